package io.belfry.gateway;

import io.belfry.gateway.config.GatewayConfig;
import io.belfry.gateway.page.Shown;
import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.server.NotificationServer;
import io.belfry.server.ServerConfig;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.TopicSpec;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A server with its own store, and a gateway to it. */
public final class House implements AutoCloseable {

  private final NotificationServer server;
  private final Gateway gateway;

  private House(ServerConfig server, GatewayConfig gateway, Shown shown) {
    this.server = NotificationServer.start(server, List.of());
    this.gateway = Gateway.open(gateway, this.server.service(), shown);
  }

  /** What a server is like in a directory. */
  public static ServerConfig server(Path directory) {
    return ServerConfig.of(
        new Address("test"), StoreConfig.of("jdbc:sqlite:" + directory.resolve("log.db")));
  }

  /** An open one, with the usual limits. */
  public static House open(Path directory) {
    return open(server(directory), GatewayConfig.local(0), Shown.NOTHING);
  }

  /** One with limits of its own. */
  public static House open(ServerConfig server, GatewayConfig gateway, Shown shown) {
    return new House(server, gateway, shown);
  }

  /** The service behind the gateway. */
  public NotificationService service() {
    return server.service();
  }

  /** The gateway. */
  public Gateway gateway() {
    return gateway;
  }

  /** An address at the gateway. */
  public URI at(String path) {
    return URI.create(gateway.url() + path);
  }

  /** Creates a topic. */
  public Topic topic(String name) {
    Topic topic = new Topic(name);
    join(service().createTopic(TopicSpec.of(topic)));
    return topic;
  }

  /** Publishes a text. */
  public Published publish(Topic topic, String text) {
    return join(service().publish(Publication.of(topic, text)));
  }

  /** What a stage comes to. */
  public static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  @Override
  public void close() {
    gateway.close();
    server.close();
  }
}
