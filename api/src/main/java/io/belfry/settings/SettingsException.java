package io.belfry.settings;

/**
 * A setting is unknown, missing or malformed. The message is one sentence for whoever wrote the
 * configuration; it never holds the value of a secret setting.
 */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param sentence what is wrong and what to do
   */
  public SettingsException(String sentence) {
    super(sentence);
  }
}
