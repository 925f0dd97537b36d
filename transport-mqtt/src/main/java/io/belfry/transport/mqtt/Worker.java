package io.belfry.transport.mqtt;

import io.belfry.message.Address;
import io.belfry.transport.Counters;
import io.belfry.transport.Health;
import io.belfry.transport.Overflow;
import io.belfry.transport.PullOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.TransportException;
import io.belfry.transport.WorkHandler;
import io.belfry.transport.delivery.Inbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;

/**
 * A worker of a queue, on a connection of its own: only so can its receive window be its prefetch,
 * and its acknowledgements wait for its handler without holding up anything else.
 */
final class Worker implements Subscription, Connection.Use {

  private static final Duration EVER = Duration.ofDays(365L * 100);

  private final Connection connection;
  private final Inbox<Piece> inbox;
  private final Habits habits;
  private final Function<Habit, Desk> desks;
  private final Duration patience;
  private final Consumer<Worker> onClose;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final AtomicBoolean isClosing = new AtomicBoolean();
  private volatile @Nullable Desk desk;
  private volatile @Nullable Piece atWork;

  /**
   * Makes a worker that is not connected yet.
   *
   * @param id by which the broker and the other workers know it
   * @param queue where it takes work from
   * @param options how much of it
   * @param handler what does the work
   * @param workers what it has in common with the other workers of its transport
   * @param onClose takes note of its end
   */
  Worker(
      String id,
      Address queue,
      PullOptions options,
      WorkHandler handler,
      Workers workers,
      Consumer<Worker> onClose) {
    MqttConfig config = workers.config();
    this.habits = workers.habits();
    this.patience = config.connectTimeout();
    this.onClose = onClose;
    this.inbox = new Inbox<>(
        "belfry-mqtt-worker " + queue,
        Integer.MAX_VALUE,
        Overflow.DROP_NEWEST,
        config.closeTimeout(),
        piece -> work(piece, handler));
    this.desks = habit -> workers.desk(habit, id, queue, options, inbox);
    int window = Math.min(options.prefetch(), BrokerLimits.MOST);
    this.connection =
        new Connection(config, new Manner(id, window, true), workers.background(), this);
  }

  /** Connects in the background. */
  void begin(Executor background) {
    background.execute(() -> {
      try {
        connection.open(EVER);
        ready.complete(null);
      } catch (TransportException e) {
        ready.completeExceptionally(e);
        close();
      }
    });
  }

  Health health() {
    return connection.health();
  }

  /** Repeats what may have met nobody. */
  void again() {
    if (desk instanceof KeepingDesk keeping) {
      keeping.again();
    }
  }

  @Override
  public CompletionStage<Void> ready() {
    return ready.minimalCompletionStage();
  }

  @Override
  public Counters counters() {
    return inbox.counters();
  }

  @Override
  public void close() {
    if (!isClosing.compareAndSet(false, true)) {
      inbox.close(); // Waits as well, unless it is the handler that calls.
      return;
    }
    Piece own = atWork;
    Desk current = desk;
    if (current != null && own != null && inbox.isOwnThread()) {
      current.finishedEarly(own);
    }
    List<Piece> rest = inbox.drainAndClose();
    if (current != null) {
      connection.current().ifPresent(link -> current.leave(link, rest));
    }
    connection.close();
    ready.completeExceptionally(Failures.closed("The subscription"));
    onClose.accept(this);
  }

  @Override
  public void arrived(BrokerLink link, String topic, MqttMessage message) {
    Desk current = desk;
    if (current != null) {
      current.arrived(link, topic, message);
    }
  }

  @Override
  public void restore(BrokerLink link) {
    Desk current = desk;
    if (current == null) {
      current = desks.apply(habits.learn());
      desk = current;
    }
    for (String filter : current.filters()) {
      Outcomes.require(link.subscribe(filter, 1), patience);
    }
    current.restored();
  }

  @Override
  public void lost(TransportException why) {
    Desk current = desk;
    if (current != null) {
      current.lost();
    }
  }

  private void work(Piece piece, WorkHandler handler) throws Exception {
    atWork = piece;
    try {
      if (!piece.isExpired()) {
        handler.onWork(piece.work());
      }
    } finally {
      atWork = null;
      Desk current = desk;
      if (current != null) {
        current.finished(piece);
      }
    }
  }
}
