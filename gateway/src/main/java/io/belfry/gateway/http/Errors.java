package io.belfry.gateway.http;

import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Tells what Jetty itself refuses, or what has failed, in the same form as all else. */
public final class Errors extends ErrorHandler {

  private static final Map<Integer, Problem> KNOWN = Map.of(
      HttpStatus.NOT_FOUND_404,
      Problem.of(404, "NOT_FOUND", "There is nothing here; begin at /."),
      HttpStatus.INTERNAL_SERVER_ERROR_500,
      Problem.of(500, "INTERNAL", "This has failed; the gateway's log says why."));

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Problem problem = KNOWN.getOrDefault(
        status,
        Problem.of(
            status,
            "REFUSED",
            "The request can't be answered: " + HttpStatus.getMessage(status) + "."));
    Answers.send(response, problem, callback);
    return true;
  }
}
