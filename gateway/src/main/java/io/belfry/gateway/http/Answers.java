package io.belfry.gateway.http;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends whole answers. */
public final class Answers {

  private Answers() {}

  /**
   * Sends an answer that nobody keeps.
   *
   * @param response where to
   * @param status the status of HTTP
   * @param type what the body is
   * @param body the body
   * @param callback told at the end
   */
  public static void send(
      Response response, int status, String type, byte[] body, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  /**
   * Sends a problem.
   *
   * @param response where to
   * @param problem what is wrong
   * @param callback told at the end
   */
  public static void send(Response response, Problem problem, Callback callback) {
    if (problem.status() == HttpStatus.UNAUTHORIZED_401) {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
    }
    problem
        .retryAfterMs()
        .ifPresent(millis -> response
            .getHeaders()
            .put(HttpHeader.RETRY_AFTER, Math.max(1, TimeUnit.MILLISECONDS.toSeconds(millis))));
    send(response, problem.status(), Problem.TYPE, problem.body(), callback);
  }
}
