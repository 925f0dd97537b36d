package io.belfry.gateway.bayeux;

import io.belfry.gateway.House;
import io.belfry.gateway.config.GatewayConfig;
import io.belfry.gateway.config.Limits;
import io.belfry.gateway.http.Places;
import io.belfry.gateway.http.Rates;
import io.belfry.gateway.live.Feeds;
import io.belfry.message.Topic;
import io.belfry.server.NotificationServer;
import io.belfry.service.Content;
import io.belfry.service.Publication;
import io.belfry.service.TopicSpec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ServerSessionImpl;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** CometD alone, into which one can look. */
final class Room implements AutoCloseable {

  private final NotificationServer service;
  private final Feeds feeds;
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final ServletContextHandler handler;
  private final Topic topic = new Topic("a");

  private Room(Path directory, Limits limits) {
    service = NotificationServer.start(House.server(directory), List.of());
    feeds = new Feeds(service.service(), Duration.ofMinutes(1));
    handler = (ServletContextHandler) CometD.handler(
        server,
        service.service(),
        feeds,
        new Places(limits.sessions(), limits.sessionsForEach()),
        new Rates(limits.rate(), System::nanoTime),
        GatewayConfig.local(0).with(limits));
    connector.setHost("127.0.0.1");
    connector.setIdleTimeout(Duration.ofMinutes(5).toMillis()); // However slow the machine is.
    server.addConnector(connector);
    server.setHandler(handler);
    LifeCycle.start(server);
    House.join(service.service().createTopic(TopicSpec.of(topic)));
  }

  static Room open(Path directory, Limits limits) {
    return new Room(directory, limits);
  }

  URI at() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/cometd");
  }

  /** The only session there is. */
  Optional<ServerSessionImpl> session() {
    BayeuxServerImpl bayeux =
        (BayeuxServerImpl) handler.getServletContext().getAttribute(BayeuxServer.ATTRIBUTE);
    return bayeux.getSessions().stream().findFirst().map(one -> (ServerSessionImpl) one);
  }

  /** How much waits for it. */
  int waiting() {
    return session().map(one -> one.getQueue().size()).orElse(0);
  }

  /** Publishes texts that begin with their number, and are so long. */
  void publish(int from, int to, int length) {
    CompletableFuture<?>[] all = IntStream.rangeClosed(from, to)
        .mapToObj(i -> service
            .service()
            .publish(new Publication(topic, Content.of(text(i, length)), Optional.empty()))
            .toCompletableFuture())
        .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(all).join();
  }

  void endFeeds() {
    feeds.close();
  }

  static String text(int number, int length) {
    return number + "." + "x".repeat(length);
  }

  /** The number that a text begins with. */
  static int number(Object text) {
    String written = (String) text;
    return Integer.parseInt(written.substring(0, written.indexOf('.')));
  }

  @Override
  public void close() {
    feeds.close();
    LifeCycle.stop(server);
    service.close();
  }
}
