package io.belfry.service;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A service did not do what was asked, with a code to branch on and one sentence to show. The
 * sentence says what to do where that is known, and never holds a secret.
 */
public final class ServiceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of failure it is. Unless it says otherwise, nothing was done. */
  public enum Code {
    /** The request can't be read, or an argument breaks a rule. */
    BAD_REQUEST,
    /** The version of the protocol is not spoken here. */
    UNSUPPORTED_VERSION,
    /** There is no such operation. */
    UNKNOWN_OPERATION,
    /** There is no such topic; create it first. */
    UNKNOWN_TOPIC,
    /** There is such a topic, and it differs. */
    TOPIC_EXISTS,
    /** The content, or the answer, is beyond the limit. */
    TOO_LARGE,
    /** The service is full; try again after the time given. */
    BUSY,
    /** Show a token that is known. */
    UNAUTHENTICATED,
    /** The token does not grant this. */
    FORBIDDEN,
    /** The place is not in this log: it has another epoch, or is beyond its end. */
    STALE_CURSOR,
    /** Another has taken over the subscription. */
    FENCED,
    /** There is no such subscription. */
    UNKNOWN_SUBSCRIPTION,
    /** The idempotency key was used for something else. */
    KEY_REUSED,
    /** The code is wrong or too old. */
    INVALID_CODE,
    /** There is no such mailbox. */
    UNKNOWN_MAILBOX,
    /** The service can't be reached, or can't reach its store; nothing was done. */
    UNAVAILABLE,
    /** No answer came; whether it was done is not known. */
    UNKNOWN_OUTCOME,
    /** The service or the client is closed. */
    CLOSED,
    /** A fault of the service itself; whether it was done is not known. */
    INTERNAL
  }

  private final Code code;

  /** In milliseconds, 0 if there is none: an Optional can't be serialized. */
  private final long retryAfterMillis;

  /**
   * Makes an exception.
   *
   * @param code what kind of failure it is
   * @param sentence what is wrong and what to do
   */
  public ServiceException(Code code, String sentence) {
    super(sentence);
    this.code = code;
    this.retryAfterMillis = 0;
  }

  /**
   * Makes an exception with a cause.
   *
   * @param code what kind of failure it is
   * @param sentence what is wrong and what to do
   * @param cause what was thrown underneath
   */
  public ServiceException(Code code, String sentence, Throwable cause) {
    super(sentence, cause);
    this.code = code;
    this.retryAfterMillis = 0;
  }

  private ServiceException(String sentence, Duration retryAfter) {
    super(sentence);
    this.code = Code.BUSY;
    this.retryAfterMillis = Math.max(1, retryAfter.toMillis());
  }

  /**
   * The service is full.
   *
   * @param sentence what is full
   * @param retryAfter when to try again
   * @return the exception
   */
  public static ServiceException busy(String sentence, Duration retryAfter) {
    return new ServiceException(sentence, retryAfter);
  }

  /**
   * What kind of failure it is.
   *
   * @return the code
   */
  public Code code() {
    return code;
  }

  /**
   * When to try again.
   *
   * @return the time to wait, for {@code BUSY}
   */
  public Optional<Duration> retryAfter() {
    return retryAfterMillis == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(retryAfterMillis));
  }

  /**
   * This failure as the outcome of an operation.
   *
   * @param <T> the type of the outcome that failed to come
   * @return a stage that has failed with this exception
   */
  public <T> CompletionStage<T> asStage() {
    return CompletableFuture.failedStage(this);
  }
}
