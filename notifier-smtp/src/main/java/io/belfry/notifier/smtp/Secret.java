package io.belfry.notifier.smtp;

/**
 * A password, which no text form of the settings shows.
 *
 * @param value the password
 */
record Secret(String value) {

  @Override
  public String toString() {
    return "***";
  }
}
