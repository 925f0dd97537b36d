package io.belfry.benchmark.gateway;

import io.belfry.benchmark.browser.Talk;
import io.belfry.benchmark.wire.BreakdownException;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerChannel;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.http.JSONHttpTransport;
import org.cometd.server.http.jakarta.CometDServlet;
import org.cometd.server.websocket.jetty.JettyWebSocketTransport;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Context;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** CometD as it comes: a channel that keeps nothing, on the server that the gateway has, too. */
final class CometDSite implements Site {

  private static final String MAPPING = "/cometd/*";

  private final Server server;
  private final ServerConnector connector;
  private final ServerChannel channel;

  private CometDSite(Server server, ServerConnector connector, ServerChannel channel) {
    this.server = server;
    this.connector = connector;
    this.channel = channel;
  }

  static CometDSite open() throws Exception {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("bare-cometd");
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setStopTimeout(0); // Else it would wait for requests that wait for events.
    BayeuxServerImpl bayeux = new BayeuxServerImpl();
    server.setHandler(context(server, bayeux));
    try {
      server.start();
    } catch (Exception e) {
      server.stop();
      throw e;
    }
    ServerChannel channel = bayeux
        .createChannelIfAbsent(Talk.CHANNEL, fresh -> fresh.setPersistent(true))
        .getReference();
    return new CometDSite(server, connector, channel);
  }

  private static ServletContextHandler context(Server server, BayeuxServerImpl bayeux) {
    ServletContextHandler context = new ServletContextHandler("/");
    context.insertHandler(WebSocketUpgradeHandler.from(server, context));
    bayeux.setTransports(
        List.of(new JettyWebSocketTransport(bayeux), new JSONHttpTransport(bayeux)));
    bayeux.setAllowedTransports("websocket", "long-polling");
    bayeux.setOption(Context.class.getName(), context.getContext());
    bayeux.setOption("ws.cometdURLMapping", MAPPING);
    context.addEventListener(new ServletContextListener() {
      @Override
      public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().setAttribute(BayeuxServer.ATTRIBUTE, bayeux);
      }

      @Override
      public void contextDestroyed(ServletContextEvent event) {
        stop(bayeux);
      }
    });
    ServletHolder servlet = new ServletHolder(CometDServlet.class);
    servlet.setAsyncSupported(true);
    servlet.setInitOrder(1); // Begins with the server, not with the first request.
    context.addServlet(servlet, MAPPING);
    return context;
  }

  private static void stop(BayeuxServerImpl bayeux) {
    try {
      bayeux.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public boolean isDurable() {
    return false;
  }

  @Override
  public CompletionStage<?> publish(String text) {
    CompletableFuture<Boolean> published = new CompletableFuture<>();
    channel.publish(
        null, text, Promise.from(published::complete, published::completeExceptionally));
    return published;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new BreakdownException(e);
    }
  }
}
