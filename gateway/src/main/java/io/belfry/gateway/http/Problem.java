package io.belfry.gateway.http;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpStatus;

/**
 * What is wrong, as RFC 9457 has it.
 *
 * @param status the status of HTTP
 * @param code a word to branch on
 * @param sentence for people; it says what to do
 * @param retryAfterMs when to try again, if that is known
 */
public record Problem(int status, String code, String sentence, Optional<Long> retryAfterMs) {

  /** The media type. */
  public static final String TYPE = "application/problem+json";

  private static final int UNPROCESSABLE = 422;

  /**
   * A failure of the service.
   *
   * @param failure what it has said
   * @return the same over HTTP
   */
  public static Problem of(ServiceException failure) {
    return new Problem(
        status(failure.code()),
        failure.code().name(),
        String.valueOf(failure.getMessage()),
        failure.retryAfter().map(wait -> wait.toMillis()));
  }

  /**
   * Why a stage has failed.
   *
   * @param failure as the stage has it
   * @return what the service has said, or that something is broken
   */
  public static Problem of(Throwable failure) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
    return cause instanceof ServiceException known
        ? of(known)
        : of(
            HttpStatus.INTERNAL_SERVER_ERROR_500,
            Code.INTERNAL.name(),
            "The gateway has failed; its log says why.");
  }

  /**
   * A failure that the service knows nothing of.
   *
   * @param status the status of HTTP
   * @param code a word to branch on
   * @param sentence for people
   * @return the problem
   */
  public static Problem of(int status, String code, String sentence) {
    return new Problem(status, code, sentence, Optional.empty());
  }

  /**
   * The body.
   *
   * @return JSON
   */
  public byte[] body() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("type", "about:blank");
    content.put("title", HttpStatus.getMessage(status));
    content.put("status", status);
    content.put("code", code);
    content.put("detail", sentence);
    retryAfterMs.ifPresent(millis -> content.put("retryAfterMs", millis));
    try {
      return (JSON.std.asString(content) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("Only strings and numbers are written.", e);
    }
  }

  private static int status(Code code) {
    return switch (code) {
      case BAD_REQUEST, UNSUPPORTED_VERSION, INVALID_CODE -> HttpStatus.BAD_REQUEST_400;
      case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED_401;
      case FORBIDDEN -> HttpStatus.FORBIDDEN_403;
      case UNKNOWN_OPERATION, UNKNOWN_TOPIC, UNKNOWN_SUBSCRIPTION, UNKNOWN_MAILBOX ->
        HttpStatus.NOT_FOUND_404;
      case TOPIC_EXISTS, FENCED -> HttpStatus.CONFLICT_409;
      case STALE_CURSOR -> HttpStatus.GONE_410;
      case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE_413;
      case KEY_REUSED -> UNPROCESSABLE;
      case BUSY, UNAVAILABLE, CLOSED -> HttpStatus.SERVICE_UNAVAILABLE_503;
      case UNKNOWN_OUTCOME -> HttpStatus.GATEWAY_TIMEOUT_504;
      case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR_500;
    };
  }
}
