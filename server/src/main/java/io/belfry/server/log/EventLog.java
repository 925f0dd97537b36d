package io.belfry.server.log;

import io.belfry.server.metrics.Meters;
import io.belfry.server.store.Store;
import io.belfry.service.Event;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.ServiceException;
import io.belfry.service.TopicSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The log of one store. Safe for any thread. Appending never blocks; all else does, and fails with
 * a {@link ServiceException}. Each answer is of one moment.
 */
public final class EventLog extends LogReader implements AutoCloseable {

  /** How long closing waits for what is being written. */
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

  private final Clock clock;
  private final Meters meters;
  private final AppendQueue queue;
  private final Writer writer;
  private final Thread thread;

  private EventLog(
      Store store, LogConfig config, LogRow log, Executor courier, Clock clock, Meters meters) {
    super(store, config, new Position(log));
    this.clock = clock;
    this.meters = meters;
    this.queue = new AppendQueue(config);
    this.writer = new Writer(store, queue, position, courier, clock, meters);
    this.thread = new Thread(writer, "belfry-log-writer");
    this.thread.setDaemon(true);
  }

  /**
   * Opens the log of a store; a store that has none gets one, with an epoch of its own.
   *
   * @param store where it is; it stays open when the log is closed
   * @param config its limits
   * @param courier tells what became of publications, one by one: what hangs on an outcome runs on
   *     it, so it should be neither the caller's thread nor a bounded pool
   * @param clock tells the time of events
   * @return the log
   * @throws ServiceException if the store fails
   */
  public static EventLog open(Store store, LogConfig config, Executor courier, Clock clock) {
    return open(store, config, courier, clock, Meters.none());
  }

  /**
   * The same with somebody who counts.
   *
   * @param store where it is; it stays open when the log is closed
   * @param config its limits
   * @param courier tells what became of publications
   * @param clock tells the time of events
   * @param meters count what becomes of publications
   * @return the log
   * @throws ServiceException if the store fails
   */
  public static EventLog open(
      Store store, LogConfig config, Executor courier, Clock clock, Meters meters) {
    LogRow log = translated(() -> store.inTransaction(LogRow::make));
    EventLog opened = new EventLog(store, config, log, courier, clock, meters);
    opened.thread.start();
    return opened;
  }

  /**
   * Has somebody told what this log has appended, each batch once, in the order of offsets, on the
   * thread that writes: it must hand it over and return at once. What other servers append, and
   * what was committed though the commit seemed to fail, is not told; {@link #refreshHead} shows
   * that there is more.
   *
   * @param listener who wants to know; what it throws is logged
   */
  public void onCommit(Consumer<List<Event>> listener) {
    writer.add(listener);
  }

  /**
   * Appends an event to a topic. Never blocks.
   *
   * @param publication the topic and the content
   * @return its place, when it is on disk. Fails with {@code TOO_LARGE}, {@code BUSY},
   *     {@code UNKNOWN_TOPIC}, {@code KEY_REUSED}, {@code CLOSED}, {@code UNAVAILABLE} if it
   *     certainly was not appended, or {@code UNKNOWN_OUTCOME}
   */
  public CompletionStage<Published> append(Publication publication) {
    int size = publication.content().payload().size();
    if (size > config.maxContent()) {
      return refused(Refusals.tooLarge(size, config.maxContent()));
    }
    Pending pending = Pending.of(publication);
    Optional<ServiceException> refused = queue.offer(pending);
    return refused.isPresent() ? refused(refused.get()) : pending.outcome();
  }

  private CompletionStage<Published> refused(ServiceException reason) {
    meters.refused(reason.code());
    return reason.asStage();
  }

  /**
   * Creates a topic; again, the same in all, changes nothing.
   *
   * @param spec what it is
   * @return the topic
   * @throws ServiceException with {@code TOPIC_EXISTS} if there is one that differs
   */
  public TopicState createTopic(TopicSpec spec) {
    TopicRow topic = write(handle -> TopicRows.make(handle, spec, clock.millis()));
    if (!topic.is(spec)) {
      throw Refusals.exists(spec.topic());
    }
    return topic.state();
  }

  /**
   * How many publications wait to be written, or are being written.
   *
   * @return the number
   */
  public int waiting() {
    return queue.size();
  }

  /**
   * Whether anything can still be appended by this process.
   *
   * @return false when the thread that writes has ended
   */
  public boolean isWriting() {
    return thread.isAlive();
  }

  /**
   * Deletes what is older, or more, than the configuration keeps, and idempotency keys out of their
   * window; in small steps, so that publishing goes on meanwhile. Several servers may do it at the
   * same time, though it is a waste.
   *
   * @param neededFrom the offset of the oldest event that a stored cursor still needs; none if
   *     there is no such cursor
   * @return how many events were deleted
   */
  public long housekeep(OptionalLong neededFrom) {
    checkOpen();
    return translated(() -> new Housekeeping(store, config, clock.millis(), neededFrom).run());
  }

  /**
   * Begins a new epoch: for a log that was restored from a backup, so that those who have seen more
   * of it than there is now are told. Offsets and seqs go on from where they are.
   *
   * @return the new epoch
   */
  public String beginNewEpoch() {
    String epoch = LogRow.newEpoch();
    long head = write(handle -> {
      handle.execute("UPDATE log SET epoch = ? WHERE id = 1", epoch);
      return LogRow.read(handle).head();
    });
    position.learn(epoch, head);
    return position.epoch();
  }

  /**
   * Refuses what comes from now on, writes what waits, and ends. It takes 10 seconds at most: what
   * is not begun by then fails with {@code CLOSED}.
   */
  @Override
  public void close() {
    endReading();
    queue.close();
    try {
      thread.join(CLOSE_PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writer.fail(queue.abandon(), Refusals.closed());
  }
}
