package io.belfry.client;

import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.transport.Health;
import io.belfry.transport.TransportException;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** What a failure of the wire means to whoever asked the service. */
final class Failures {

  private Failures() {}

  /** The reason not to send anything now, if there is one. */
  static Optional<ServiceException> of(Health health) {
    return switch (health.state()) {
      case DOWN -> Optional.of(new ServiceException(Code.UNAVAILABLE, health.detail()));
      case CLOSED -> Optional.of(closed());
      case UP, UNKNOWN -> Optional.empty();
    };
  }

  /** What the failure of a request means that was handed to the transport. */
  static ServiceException of(Throwable thrown, boolean isChanging) {
    Throwable cause = thrown instanceof CompletionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
    if (cause instanceof ServiceException known) {
      return known;
    }
    if (cause instanceof TransportException e) {
      return new ServiceException(
          code(e.category(), isChanging), String.valueOf(e.getMessage()), e);
    }
    return new ServiceException(
        isChanging ? Code.UNKNOWN_OUTCOME : Code.INTERNAL,
        "The transport failed in a way of its own: " + cause,
        cause);
  }

  static ServiceException closed() {
    return new ServiceException(Code.CLOSED, "The client, or its transport, is closed.");
  }

  static ServiceException closedMeanwhile() {
    return new ServiceException(
        Code.UNKNOWN_OUTCOME,
        "The client was closed before an answer came; whether it was done is not known.");
  }

  /**
   * Only a refusal and a message that was too large tell that nothing was done: a connection may be
   * lost, or closed, when the request has long arrived.
   */
  private static Code code(TransportException.Category category, boolean isChanging) {
    return switch (category) {
      case REFUSED -> Code.UNAVAILABLE;
      case TOO_LARGE -> Code.TOO_LARGE;
      case CLOSED -> isChanging ? Code.UNKNOWN_OUTCOME : Code.CLOSED;
      case UNREACHABLE, TIMED_OUT, FAILED, INTERNAL, CONFIGURATION ->
        isChanging ? Code.UNKNOWN_OUTCOME : Code.UNAVAILABLE;
    };
  }
}
