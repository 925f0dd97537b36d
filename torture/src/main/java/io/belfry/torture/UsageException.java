package io.belfry.torture;

/** The command line can't be understood; the message is one sentence. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String sentence) {
    super(sentence);
  }
}
