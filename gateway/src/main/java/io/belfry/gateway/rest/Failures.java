package io.belfry.gateway.rest;

import io.belfry.gateway.http.Answers;
import io.belfry.gateway.http.Problem;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What is answered where something has failed. */
final class Failures {

  private static final Logger LOG = System.getLogger(Failures.class.getName());

  private Failures() {}

  static void send(Throwable thrown, Response response, Callback callback) {
    Throwable cause = cause(thrown);
    if (cause instanceof Refusal refusal) {
      refusal.headers().forEach(response.getHeaders()::put);
      Answers.send(response, refusal.problem(), callback);
    } else {
      Answers.send(response, Problem.of(failure(cause)), callback);
    }
  }

  /** What the service has said, whatever it came through. */
  static ServiceException failure(Throwable thrown) {
    Throwable cause = cause(thrown);
    if (cause instanceof ServiceException failure) {
      return failure;
    }
    if (cause instanceof TimeoutException) {
      return new ServiceException(
          Code.UNKNOWN_OUTCOME,
          "The service has not answered in time; whether it was done is not known.");
    }
    LOG.log(Level.ERROR, "A request has met a fault of the gateway", cause);
    return new ServiceException(Code.INTERNAL, "The gateway failed; its own log says why.");
  }

  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
