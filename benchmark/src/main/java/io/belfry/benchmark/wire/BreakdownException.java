package io.belfry.benchmark.wire;

import java.util.concurrent.CompletionException;

/** A contestant has stopped to work: nothing more moves. The message is one sentence. */
public final class BreakdownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes the exception. */
  public BreakdownException(String sentence) {
    super(sentence);
  }

  /** Makes the exception from what was thrown underneath. */
  public BreakdownException(Throwable cause) {
    super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
  }

  /** Makes the exception from how a stage has failed. */
  public static BreakdownException from(CompletionException failure) {
    Throwable cause = failure.getCause();
    return new BreakdownException(cause == null ? failure : cause);
  }
}
