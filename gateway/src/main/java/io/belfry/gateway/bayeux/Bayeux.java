package io.belfry.gateway.bayeux;

import io.belfry.gateway.config.GatewayConfig;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.server.AbstractServerTransport;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ext.AcknowledgedMessagesExtension;
import org.cometd.server.ext.TimesyncExtension;
import org.cometd.server.http.AbstractHttpTransport;
import org.cometd.server.websocket.common.AbstractWebSocketTransport;
import org.eclipse.jetty.server.Context;
import org.eclipse.jetty.util.component.LifeCycle;

/** CometD's own server, as it is set up here. */
final class Bayeux {

  private static final int POLLING_TABS = 3;

  private Bayeux() {}

  static BayeuxServerImpl server(Context context, GatewayConfig config) {
    BayeuxServerImpl bayeux = new BayeuxServerImpl();
    bayeux.setOption(Context.class.getName(), context);
    bayeux.setOption(AbstractServerTransport.JSON_CONTEXT_OPTION, new Messages());
    bayeux.setOption(
        AbstractServerTransport.MAX_MESSAGE_SIZE_OPTION, config.limits().message());
    long heartbeat = config.times().heartbeat().toMillis();
    bayeux.setOption(AbstractServerTransport.TIMEOUT_OPTION, heartbeat);
    bayeux.setOption(
        AbstractServerTransport.MAX_INTERVAL_OPTION, config.times().session().toMillis());
    bayeux.setOption(web(AbstractWebSocketTransport.COMETD_URL_MAPPING_OPTION), "/*");
    // A connection over which no heartbeat comes twice is none.
    bayeux.setOption(web(AbstractWebSocketTransport.IDLE_TIMEOUT_OPTION), 2 * heartbeat + 5_000);
    // Compression takes a few hundred kilobytes for each connection.
    bayeux.setOption(
        web(AbstractWebSocketTransport.ENABLE_EXTENSION_PREFIX_OPTION) + "permessage-deflate",
        false);
    bayeux.setOption(AbstractHttpTransport.BROWSER_COOKIE_PATH_OPTION, CometD.PATH);
    // Of the six connections that a browser has, so many tabs may hold one; others ask in turns.
    bayeux.setOption(AbstractHttpTransport.MAX_SESSIONS_PER_BROWSER_OPTION, POLLING_TABS);
    bayeux.setOption(AbstractHttpTransport.BROWSER_COOKIE_SAME_SITE_OPTION, "Strict");
    bayeux.setOption(
        AbstractHttpTransport.BROWSER_COOKIE_SECURE_OPTION, config.tls().isPresent());
    bayeux.setTransports(new Sockets(bayeux), new Polling(bayeux));
    return bayeux;
  }

  private static String web(String option) {
    return AbstractWebSocketTransport.PREFIX + "." + option;
  }

  /** What clients may ask for besides. */
  static void extend(BayeuxServerImpl bayeux) {
    AcknowledgedMessagesExtension acknowledged = new AcknowledgedMessagesExtension();
    acknowledged.addListener(new Acknowledgements());
    bayeux.addExtension(acknowledged);
    bayeux.addExtension(new TimesyncExtension());
  }

  /** Starts it before its servlet, and ends it after that. */
  record Life(BayeuxServerImpl bayeux) implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
      LifeCycle.start(bayeux);
      event.getServletContext().setAttribute(BayeuxServer.ATTRIBUTE, bayeux);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
      LifeCycle.stop(bayeux);
    }
  }
}
