package io.belfry.gateway.bayeux;

import io.belfry.gateway.GatewayConfig;
import io.belfry.gateway.http.Places;
import io.belfry.gateway.http.Rates;
import io.belfry.gateway.live.Feeds;
import io.belfry.service.NotificationService;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;

/** The CometD server at {@code /cometd}. */
public final class CometD {

  private CometD() {}

  /**
   * Makes the handler, which starts and stops with the server.
   *
   * @param server where it will be
   * @param service what does the work
   * @param feeds where events come from
   * @param places how many sessions there may be
   * @param rates how much each client may send
   * @param config how it works
   * @return the handler
   */
  public static Handler handler(
      Server server,
      NotificationService service,
      Feeds feeds,
      Places places,
      Rates rates,
      GatewayConfig config) {
    return new Handler.Sequence();
  }
}
