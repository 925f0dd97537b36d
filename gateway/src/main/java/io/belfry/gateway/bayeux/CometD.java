package io.belfry.gateway.bayeux;

import io.belfry.gateway.config.GatewayConfig;
import io.belfry.gateway.http.Errors;
import io.belfry.gateway.http.Places;
import io.belfry.gateway.http.Rates;
import io.belfry.gateway.live.Feeds;
import io.belfry.service.NotificationService;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.http.jakarta.CometDServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** The CometD server at {@code /cometd}. */
public final class CometD {

  static final String PATH = "/cometd";

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
    ServletContextHandler context = new ServletContextHandler(PATH);
    context.setAllowNullPathInContext(true);
    context.setErrorHandler(new Errors());
    context.insertHandler(WebSocketUpgradeHandler.from(server, context));
    context.insertHandler(new SizeLimitHandler(config.limits().message(), -1));
    BayeuxServerImpl bayeux = Bayeux.server(context.getContext(), config);
    bayeux.setExecutor(server.getThreadPool());
    bayeux.setSecurityPolicy(new Policy(service, feeds, places, config.limits()));
    bayeux.addExtension(new Reception(
        new Operator(service, config.limits().message()), rates, new Connects(config.times())));
    Bayeux.extend(bayeux);
    bayeux.addListener(new Sessions());
    context.addEventListener(new Bayeux.Life(bayeux));
    ServletHolder servlet = new ServletHolder(new CometDServlet());
    servlet.setAsyncSupported(true);
    servlet.setInitOrder(1);
    context.addServlet(servlet, "/*");
    return context;
  }
}
