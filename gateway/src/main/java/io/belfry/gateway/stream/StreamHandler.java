package io.belfry.gateway.stream;

import io.belfry.gateway.Limits;
import io.belfry.gateway.Times;
import io.belfry.gateway.http.Places;
import io.belfry.gateway.live.Feeds;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Server-sent events at {@code /api/v1/stream}. */
public final class StreamHandler extends Handler.Abstract {

  /**
   * Makes the handler.
   *
   * @param feeds where events come from
   * @param places how many streams there may be
   * @param limits how much waits for a slow one
   * @param times how often a silent one shows that it lives
   */
  public StreamHandler(Feeds feeds, Places places, Limits limits, Times times) {}

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    return false;
  }
}
