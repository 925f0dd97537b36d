package io.belfry.gateway.page;

import io.belfry.gateway.Shown;
import io.belfry.service.NotificationService;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The pages, and where the links in mails lead. */
public final class PageHandler extends Handler.Abstract {

  /**
   * Makes the handler.
   *
   * @param service confirms and ends registrations
   * @param shown what pages show besides
   */
  public PageHandler(NotificationService service, Shown shown) {}

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    return false;
  }
}
