package io.belfry.gateway.bayeux;

import io.belfry.gateway.config.Limits;
import io.belfry.service.Cursor;
import io.belfry.service.ServiceException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.ServerSessionImpl;
import org.cometd.server.ext.AcknowledgedMessagesSessionExtension;

/**
 * What is on its way to a session, so that it is never too much, and known how far it has got. A
 * letter has arrived when the client has acknowledged it; or, for a client that acknowledges
 * nothing, when it was written to the connection.
 *
 * <p>Guarded by the lock of the session, under which CometD fills and empties its queue.
 */
final class Outbox implements ServerSession.QueueListener, ServerSession.DeQueueListener {

  private static final int MOST_OPERATIONS = 8;
  private static final Duration WAIT = Duration.ofSeconds(1);

  /** For which connection queues are being emptied: CometD does not say so. */
  private static final ThreadLocal<Object> TAKER = ThreadLocal.withInitial(() -> "none");

  private final ServerSessionImpl session;
  private final int most;
  private final int mostBytes;
  private final boolean isAcknowledged;
  private final Runnable onRoom;
  private final Deque<Letter> letters = new ArrayDeque<>();

  /** The last letter of each batch that was sent and is not acknowledged. */
  private final TreeMap<Long, Long> batches = new TreeMap<>();

  private final AtomicInteger operations = new AtomicInteger();
  private volatile Optional<Object> connection = Optional.empty();
  private volatile long lastBatch;
  private long numbers;
  private long bytes;
  private volatile boolean isFull;
  private volatile boolean isAwaited;

  /**
   * Makes the outbox of a session, whose extensions are known already.
   *
   * @param session whose
   * @param limits how much it holds
   * @param onRoom done when there is room again, after somebody has found none
   */
  Outbox(ServerSessionImpl session, Limits limits, Runnable onRoom) {
    this.session = session;
    this.most = limits.waiting();
    this.mostBytes = limits.waitingBytes();
    this.onRoom = onRoom;
    this.isAcknowledged = session.getExtensions().stream()
        .anyMatch(AcknowledgedMessagesSessionExtension.class::isInstance);
    session.addListener(this);
  }

  boolean hasRoom() {
    if (isFull) {
      isAwaited = true;
    }
    return !isFull;
  }

  /**
   * Has something done whose answer will be posted.
   *
   * @throws ServiceException with {@code BUSY}, if answers are not fetched
   */
  <T> CompletionStage<T> answering(Supplier<CompletionStage<T>> operation) {
    if (operations.incrementAndGet() > MOST_OPERATIONS || !hasRoom()) {
      operations.decrementAndGet();
      throw ServiceException.busy("Too much waits for this session; fetch it first.", WAIT);
    }
    try {
      return operation.get().whenComplete((done, failure) -> operations.decrementAndGet());
    } catch (RuntimeException e) {
      operations.decrementAndGet();
      throw e;
    }
  }

  /** Goes on over a connection. Returns whether it was on another one before. */
  boolean move(Object to) {
    Optional<Object> former = connection;
    connection = Optional.of(to);
    return former.filter(one -> one != to).isPresent();
  }

  boolean isOn(Object one) {
    return connection.filter(now -> now == one).isPresent();
  }

  /** Does something under the lock; what it posts is sent afterwards. */
  void locked(Runnable work) {
    var unused = locked(() -> {
      work.run();
      return work;
    });
  }

  /** Asks something under the lock. */
  <T> T locked(Supplier<T> work) {
    session.startBatch();
    session.getLock().lock();
    try {
      return work.get();
    } finally {
      session.getLock().unlock();
      session.endBatch();
    }
  }

  /** Only under the lock: sends a sheet that can be had again. */
  void post(Sheet sheet, Subscription subscription, Optional<Cursor> after) {
    Letter letter = new Letter(this, sheet, true);
    after.ifPresent(place -> letter.places().put(subscription, place));
    session.deliver(null, letter, Promise.noop());
  }

  /** Sends a sheet that nobody can tell again. */
  void post(Sheet sheet) {
    session.deliver(null, new Letter(this, sheet, false), Promise.noop());
  }

  /** Only under the lock: a subscription gets so far as soon as all that was posted arrives. */
  void mark(Subscription subscription, Cursor place) {
    if (letters.isEmpty()) {
      subscription.reach(place);
    } else {
      letters.getLast().places().put(subscription, place);
    }
  }

  @Override
  public void queued(ServerSession sender, ServerMessage message) {
    if (message instanceof Letter letter) {
      letter.number(++numbers);
      letters.add(letter);
      bytes += letter.length();
      count();
    }
  }

  @Override
  public void deQueue(ServerSession from, Queue<ServerMessage> queue) {
    for (ServerMessage message : queue) {
      if (message instanceof Letter letter) {
        letter.take(TAKER.get());
      }
    }
  }

  /** Does what empties a queue for a connection. */
  static void taking(Object connection, Runnable work) {
    Object outer = TAKER.get();
    TAKER.set(connection);
    try {
      work.run();
    } finally {
      TAKER.set(outer);
    }
  }

  /** These messages are on the connection. */
  static void written(List<ServerMessage> messages) {
    for (ServerMessage message : messages) {
      if (message instanceof Letter letter) {
        letter.outbox().written(letter);
      }
    }
  }

  private void written(Letter letter) {
    if (!isAcknowledged) {
      locked(() -> {
        letter.done();
        settle();
      });
    }
  }

  /** Only under the lock: a batch is about to be sent. */
  void sent(long batch, List<ServerMessage> messages) {
    lastBatch = batch;
    messages.stream()
        .filter(Letter.class::isInstance)
        .mapToLong(message -> ((Letter) message).number())
        .max()
        .ifPresent(last -> {
          // Whoever asks again and again without acknowledging adds nothing.
          if (batches.isEmpty() || batches.lastEntry().getValue() < last) {
            batches.put(batch, last);
          }
        });
  }

  long lastBatch() {
    return lastBatch;
  }

  /** Only under the lock: the client has a batch, and all before it. */
  void acknowledged(long batch) {
    var received = batches.headMap(batch, true);
    if (!received.isEmpty()) {
      long last = received.lastEntry().getValue();
      received.clear();
      letters.stream().takeWhile(letter -> letter.number() <= last).forEach(Letter::done);
      settle();
    }
  }

  private void settle() {
    while (!letters.isEmpty() && letters.getFirst().isDone()) {
      Letter arrived = letters.removeFirst();
      bytes -= arrived.length();
      arrived.places().forEach(Subscription::reach);
    }
    count();
    if (isAwaited && letters.size() <= most / 2 && bytes <= mostBytes / 2) {
      isAwaited = false;
      onRoom.run();
    }
  }

  private void count() {
    isFull = letters.size() >= most || bytes >= mostBytes;
  }

  /**
   * Forgets what can be told again, if some of it was on a connection that is gone. Whoever
   * acknowledges gets it anyway: CometD keeps it.
   *
   * @param isGone whether a connection is
   * @param onLoss under the lock, done if something was lost
   */
  void lose(Predicate<Object> isGone, Runnable onLoss) {
    if (isAcknowledged) {
      return;
    }
    locked(() -> {
      if (letters.stream().anyMatch(one -> !one.isDone() && isOn(one, isGone))) {
        session.getQueue().removeIf(one -> one instanceof Letter letter && letter.isAgain());
        letters.removeIf(letter -> letter.isAgain() || isOn(letter, isGone));
        letters.forEach(letter -> letter.places().clear());
        bytes = letters.stream().mapToLong(Letter::length).sum();
        onLoss.run();
        settle();
      }
    });
  }

  private static boolean isOn(Letter letter, Predicate<Object> connection) {
    return letter.connection().filter(connection).isPresent();
  }
}
