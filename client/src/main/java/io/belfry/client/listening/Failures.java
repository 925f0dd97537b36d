package io.belfry.client.listening;

import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.transport.TransportException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What a failure means for one who only reads, and so may ask again as often as it likes. */
final class Failures {

  private static final Set<Code> PASSING =
      EnumSet.of(Code.BUSY, Code.UNAVAILABLE, Code.UNKNOWN_OUTCOME, Code.INTERNAL, Code.CLOSED);

  private Failures() {}

  /** Whether the same question may be answered later. */
  static boolean isPassing(ServiceException failure) {
    return PASSING.contains(failure.code());
  }

  static ServiceException of(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof ServiceException known) {
      return known;
    }
    if (cause instanceof TransportException wire) {
      return new ServiceException(codeOf(wire.category()), String.valueOf(wire.getMessage()), wire);
    }
    return cause instanceof IllegalArgumentException
        ? new ServiceException(Code.BAD_REQUEST, String.valueOf(cause.getMessage()), cause)
        : new ServiceException(Code.INTERNAL, "The question could not be asked.", cause);
  }

  private static Code codeOf(TransportException.Category category) {
    return switch (category) {
      case UNREACHABLE -> Code.UNAVAILABLE;
      case TIMED_OUT -> Code.UNKNOWN_OUTCOME;
      case REFUSED -> Code.FORBIDDEN;
      case CONFIGURATION -> Code.BAD_REQUEST;
      case TOO_LARGE -> Code.TOO_LARGE;
      case CLOSED -> Code.CLOSED;
      case FAILED, INTERNAL -> Code.INTERNAL;
    };
  }
}
