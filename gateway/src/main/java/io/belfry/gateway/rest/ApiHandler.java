package io.belfry.gateway.rest;

import io.belfry.service.NotificationService;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The operations under {@code /api/v1}. */
public final class ApiHandler extends Handler.Abstract {

  /**
   * Makes the handler.
   *
   * @param service what does the work
   * @param maxMessage the most bytes that a request has
   */
  public ApiHandler(NotificationService service, int maxMessage) {}

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    return false;
  }
}
