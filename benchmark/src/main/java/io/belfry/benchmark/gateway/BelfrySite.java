package io.belfry.benchmark.gateway;

import io.belfry.benchmark.browser.Talk;
import io.belfry.benchmark.store.FreshStore;
import io.belfry.benchmark.store.Stores;
import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.gateway.Gateway;
import io.belfry.gateway.config.GatewayConfig;
import io.belfry.gateway.config.Limits;
import io.belfry.gateway.page.Shown;
import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.server.NotificationServer;
import io.belfry.server.ServerConfig;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.Publication;
import io.belfry.service.TopicSpec;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Belfry's gateway, with a server and its store behind it. */
final class BelfrySite implements Site {

  private static final Topic TOPIC = new Topic(Talk.TOPIC);

  private final FreshStore store;
  private final NotificationServer server;
  private final Gateway gateway;

  private BelfrySite(FreshStore store, NotificationServer server, Gateway gateway) {
    this.store = store;
    this.server = server;
    this.gateway = gateway;
  }

  static BelfrySite open(Stores stores, int sessions) throws IOException, SQLException {
    FreshStore store = stores.fresh();
    try {
      NotificationServer server = NotificationServer.start(
          ServerConfig.of(new Address("bench"), StoreConfig.of(store.url())), List.of());
      try {
        server.service().createTopic(TopicSpec.of(TOPIC)).toCompletableFuture().join();
        Gateway gateway = Gateway.open(config(sessions), server.service(), Shown.NOTHING);
        return new BelfrySite(store, server, gateway);
      } catch (RuntimeException e) {
        server.close();
        throw e;
      }
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** All of them come from one address, which is one client, and may send as it likes. */
  private static GatewayConfig config(int sessions) {
    Limits usual = Limits.DEFAULTS;
    return GatewayConfig.local(0)
        .with(new Limits(
            usual.message(), sessions, sessions, 0, usual.waiting(), usual.waitingBytes()));
  }

  @Override
  public int port() {
    return gateway.port();
  }

  @Override
  public boolean isDurable() {
    return true;
  }

  @Override
  public CompletionStage<?> publish(String text) {
    return server.service().publish(Publication.of(TOPIC, text));
  }

  @Override
  public void close() {
    gateway.close();
    server.close();
    try {
      store.close();
    } catch (IOException | SQLException e) {
      throw new BreakdownException(e);
    }
  }
}
