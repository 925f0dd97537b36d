package org.example.belfry.tcp;

import io.belfry.message.Message;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Counters;
import io.belfry.transport.Overflow;
import io.belfry.transport.Subscription;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Inbox;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A handler of the application, and the inbox before it, so that it holds up nobody else. */
abstract class Receiver implements Subscription {

  private final Uplink uplink;
  private final Frame announcement;
  private final Inbox<Delivery> inbox;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  /** Where it was announced; guarded by this. */
  private Optional<Connection> home = Optional.empty();

  /** Guarded by this. */
  private boolean closed;

  /**
   * Makes a receiver that is not yet announced.
   *
   * @param kind how it is announced
   * @param name its filter, service or queue
   * @param options what else the hub must know
   */
  Receiver(
      Uplink uplink,
      TcpConfig config,
      Kind kind,
      String name,
      Message options,
      int bound,
      Overflow overflow) {
    this.uplink = uplink;
    this.announcement = Frame.of(kind, uplink.receivers().newNumber(), name, options);
    this.inbox =
        new Inbox<>("tcp-receiver " + name, bound, overflow, config.closeTimeout(), this::handle);
  }

  /** Has the handler handle it, on the thread of the inbox. */
  abstract void handle(Delivery delivery) throws Exception;

  /** What becomes of a delivery that the handler will never see: the hub gives it to another. */
  void turnAway(Delivery delivery) {
    delivery.sendBack();
  }

  /** The topics wanted, if it is what is published that it receives. */
  Optional<TopicFilter> filter() {
    return Optional.empty();
  }

  final int number() {
    return announcement.to();
  }

  void deliver(Delivery delivery) {
    if (!inbox.offer(delivery)) {
      turnAway(delivery);
    }
  }

  /** Announces it on a connection, once. The stage completes when it is in force there. */
  final synchronized CompletionStage<Void> enter(Connection connection) {
    if (closed || home.filter(connection::equals).isPresent()) {
      return CompletableFuture.completedStage(null);
    }
    home = Optional.of(connection);
    return uplink
        .announce(announcement, connection)
        .thenAcceptAsync(inForce -> ready.complete(null), uplink.courier());
  }

  final synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public final CompletionStage<Void> ready() {
    return ready;
  }

  @Override
  public final Counters counters() {
    return inbox.counters();
  }

  @Override
  public final void close() {
    if (leave()) {
      uplink.receivers().remove(this);
      inbox.drainAndClose().forEach(this::turnAway);
      TransportException reason =
          new TransportException(Category.CLOSED, "The subscription was closed.");
      uplink.courier().execute(() -> ready.completeExceptionally(reason));
    }
  }

  /** Tells the hub, under the same lock as {@link #enter}, so that it can't be told in between. */
  private synchronized boolean leave() {
    if (closed) {
      return false;
    }
    closed = true;
    home.ifPresent(there -> there.offer(Frame.of(Kind.LEAVE, number(), "", Frame.NOTHING)));
    return true;
  }
}
