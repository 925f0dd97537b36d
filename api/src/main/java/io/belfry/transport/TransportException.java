package io.belfry.transport;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Something went wrong, with a category to branch on and one sentence to show. The sentence says
 * what to do where that is known, and never holds a secret.
 */
public final class TransportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of failure it is. */
  public enum Category {
    /** The settings can't work; mend them. */
    CONFIGURATION,
    /** The other side does not answer; try again later. */
    UNREACHABLE,
    /** The other side, or a rule, does not allow it or has no room; the sentence says which. */
    REFUSED,
    /** The deadline has passed; whether it was done is not known. */
    TIMED_OUT,
    /** The message is beyond the limit. */
    TOO_LARGE,
    /** The handler at the other side failed. */
    FAILED,
    /** The transport or subscription is closed. */
    CLOSED,
    /** A fault of the transport itself. */
    INTERNAL
  }

  private final Category category;

  /**
   * Makes an exception.
   *
   * @param category what kind of failure it is
   * @param sentence what is wrong and what to do
   */
  public TransportException(Category category, String sentence) {
    super(sentence);
    this.category = category;
  }

  /**
   * Makes an exception with a cause.
   *
   * @param category what kind of failure it is
   * @param sentence what is wrong and what to do
   * @param cause what was thrown underneath
   */
  public TransportException(Category category, String sentence, Throwable cause) {
    super(sentence, cause);
    this.category = category;
  }

  /**
   * What kind of failure it is.
   *
   * @return the category
   */
  public Category category() {
    return category;
  }

  /**
   * This failure as the outcome of a send.
   *
   * @param <T> the type of the outcome that failed to come
   * @return a stage that has failed with this exception
   */
  public <T> CompletionStage<T> asStage() {
    return CompletableFuture.failedStage(this);
  }
}
