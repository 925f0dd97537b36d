package io.belfry.gateway.live;

import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** What a failed stage means. */
final class Failures {

  private static final Set<Code> PASSING =
      EnumSet.of(Code.BUSY, Code.UNAVAILABLE, Code.UNKNOWN_OUTCOME, Code.INTERNAL);

  private Failures() {}

  static ServiceException reason(Throwable failure) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
    return cause instanceof ServiceException known
        ? known
        : new ServiceException(Code.INTERNAL, "The gateway has failed: " + cause, cause);
  }

  /** Whether it may go well when it is tried again. */
  static boolean isPassing(ServiceException reason) {
    return PASSING.contains(reason.code());
  }
}
