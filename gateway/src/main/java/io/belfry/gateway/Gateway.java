package io.belfry.gateway;

import io.belfry.gateway.bayeux.CometD;
import io.belfry.gateway.config.GatewayConfig;
import io.belfry.gateway.http.Errors;
import io.belfry.gateway.http.Gate;
import io.belfry.gateway.http.Places;
import io.belfry.gateway.http.Rates;
import io.belfry.gateway.live.Feeds;
import io.belfry.gateway.page.PageHandler;
import io.belfry.gateway.page.Shown;
import io.belfry.gateway.rest.ApiHandler;
import io.belfry.gateway.stream.StreamHandler;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.settings.SettingsException;
import io.belfry.transport.Loopback;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Offers a service to browsers and curl, over HTTP and WebSocket. */
public final class Gateway implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Gateway.class.getName());
  private static final long STOP_MILLIS = 2_000;

  private final GatewayConfig config;
  private final Feeds feeds;
  private final Places places;
  private final Server server;
  private final ServerConnector connector;

  private Gateway(GatewayConfig config, NotificationService service, Shown shown) {
    this.config = config;
    this.feeds = new Feeds(service, config.times().recheck());
    this.places = new Places(config.limits().sessions(), config.limits().sessionsForEach());
    Rates rates = new Rates(config.limits().rate(), System::nanoTime);
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("belfry-gateway");
    threads.setDaemon(true);
    this.server = new Server(threads);
    this.connector = new ServerConnector(server, factories(config));
    connector.setHost(config.host());
    connector.setPort(config.port());
    server.addConnector(connector);
    server.setStopTimeout(STOP_MILLIS);
    server.setErrorHandler(new Errors());
    Handler rooms = new Handler.Sequence(
        new StreamHandler(feeds, places, config.limits(), config.times()),
        new ApiHandler(service, config.limits().message(), shown.letters()),
        CometD.handler(server, service, feeds, places, rates, config),
        new PageHandler(service, shown));
    server.setHandler(new Gate(rooms, Loopback.holds(config.host()), config.origins(), rates));
  }

  /**
   * Begins to answer.
   *
   * @param config how it works
   * @param service what is offered
   * @param shown what pages show besides
   * @return the gateway
   * @throws SettingsException with one sentence, if it can't listen there, or must not
   */
  public static Gateway open(GatewayConfig config, NotificationService service, Shown shown) {
    if (!Loopback.holds(config.host())) {
      requireGuarded(config, service);
    }
    Gateway gateway = new Gateway(config, service, shown);
    try {
      gateway.start();
      return gateway;
    } catch (RuntimeException | Error e) {
      gateway.close();
      throw e;
    }
  }

  /** Whoever shows no token must be refused, or whoever is out there may do everything. */
  private static void requireGuarded(GatewayConfig config, NotificationService service) {
    try {
      var unused = service.status().toCompletableFuture().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ServiceException refused) {
        if (refused.code() == Code.UNAUTHENTICATED) {
          return;
        }
        throw refused;
      }
      throw e;
    }
    throw new SettingsException("Other machines could do everything at " + config.host()
        + "; set auth.tokens at the server, or gateway.host to the loopback.");
  }

  private void start() {
    try {
      server.start();
    } catch (IOException e) {
      throw new SettingsException("The gateway can't listen at " + config.host() + ":"
          + config.port() + " (" + e.getMessage()
          + "); stop what does, or set gateway.port to another port.");
    } catch (Exception e) {
      throw new IllegalStateException("The gateway can't start: " + e.getMessage(), e);
    }
    LOG.log(Level.INFO, "Pages and API are at {0}", url());
  }

  /**
   * Where it listens.
   *
   * @return the port
   */
  public int port() {
    return connector.getLocalPort();
  }

  /**
   * Where a browser of this machine begins.
   *
   * @return the address
   */
  public String url() {
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    return (config.tls().isPresent() ? "https://" : "http://") + host + ":" + port();
  }

  /**
   * How many sessions and streams there are.
   *
   * @return their number
   */
  public int sessions() {
    return places.taken();
  }

  /** Ends all sessions and streams, and listens no more. */
  @Override
  public void close() {
    feeds.close();
    try {
      server.stop();
    } catch (Exception e) {
      LOG.log(Level.DEBUG, "The gateway could not be stopped in good order", e);
    }
  }

  private static ConnectionFactory[] factories(GatewayConfig config) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    if (config.tls().isEmpty()) {
      return new ConnectionFactory[] {plain};
    }
    http.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setKeyStorePath(config.tls().get().keyStore().toString());
    context.setKeyStorePassword(config.tls().get().password());
    return new ConnectionFactory[] {new SslConnectionFactory(context, plain.getProtocol()), plain};
  }
}
