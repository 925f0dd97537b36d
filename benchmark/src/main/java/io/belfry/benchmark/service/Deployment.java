package io.belfry.benchmark.service;

import io.belfry.benchmark.store.FreshStore;
import io.belfry.benchmark.store.Stores;
import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.client.NotificationClient;
import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.notifier.Notifier;
import io.belfry.server.NotificationServer;
import io.belfry.server.ServerConfig;
import io.belfry.server.Wire;
import io.belfry.server.delivery.DeliveryConfig;
import io.belfry.server.mailbox.MailboxConfig;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.NotificationService;
import io.belfry.service.TopicSpec;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A server with a fresh store, and all who take part. */
final class Deployment implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Optional<Line> line;
  private final NotificationServer server;

  private Deployment(
      Stores stores, Optional<Line> line, Optional<Notifier> notifier, DeliveryConfig delivery) {
    this.line = line;
    try {
      FreshStore store = add(stores.fresh());
      List<Wire> wires =
          line.map(each -> new Wire(add(each.open(Side.HUB)), true)).stream().toList();
      ServerConfig config = ServerConfig.of(new Address("bench"), StoreConfig.of(store.url()))
          .withMailboxes(MailboxConfig.DEFAULTS.withoutConfirmation())
          .withDelivery(delivery);
      this.server = add(NotificationServer.start(config, wires, notifier));
    } catch (IOException | SQLException e) {
      close();
      throw new BreakdownException(e);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Starts the server, with a store and a place to meet of its own. */
  static Deployment open(Stores stores, Way way) {
    return new Deployment(
        stores, way.lines().map(lines -> lines.get()), Optional.empty(), DeliveryConfig.DEFAULTS);
  }

  /** Starts the server in this process alone, and has it send mails. */
  static Deployment withMail(Stores stores, Notifier notifier, DeliveryConfig delivery) {
    return new Deployment(stores, Optional.empty(), Optional.of(notifier), delivery);
  }

  /** The service within the server's process. */
  NotificationService local() {
    return server.service();
  }

  /**
   * The service as one more participant sees it: over a connection of its own, if there are any.
   */
  NotificationService connect() {
    if (line.isEmpty()) {
      return server.service();
    }
    Transport spoke = add(line.get().open(Side.SPOKE));
    return add(new NotificationClient(spoke));
  }

  Topic createTopic(String name) {
    Topic topic = new Topic(name);
    await(local().createTopic(TopicSpec.of(topic)));
    return topic;
  }

  /** What is closed before all that was opened up to now. */
  <T extends AutoCloseable> T add(T resource) {
    opened.push(resource);
    return resource;
  }

  static <T> T await(CompletionStage<T> stage) {
    try {
      return stage
          .toCompletableFuture()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join();
    } catch (CompletionException e) {
      throw BreakdownException.from(e);
    }
  }

  /** Closes all, the last one first, and tells what went wrong only when all is closed. */
  @Override
  public void close() {
    List<Exception> failures = new ArrayList<>();
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw new BreakdownException(failures.get(0));
    }
  }
}
