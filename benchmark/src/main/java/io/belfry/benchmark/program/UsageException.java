package io.belfry.benchmark.program;

/** The command line can't be understood; the message is one sentence. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes the exception. */
  public UsageException(String sentence) {
    super(sentence);
  }
}
