package io.belfry.notifier.smtp;

/** No mail can be made of a notice. The message is one sentence that says why. */
final class UnwritableException extends Exception {

  private static final long serialVersionUID = 1L;

  UnwritableException(String sentence, Exception cause) {
    super(sentence, cause);
  }
}
