package io.belfry.server.delivery;

import io.belfry.notifier.Notifier;
import io.belfry.server.lease.Leases;
import io.belfry.server.log.EventLog;
import io.belfry.server.mailbox.MailCursors;
import io.belfry.server.metrics.Meters;
import io.belfry.server.store.Store;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Brings the news to registered mailboxes, and codes to those that are not confirmed yet. One
 * thread decides; the notifier does what takes time.
 *
 * <p>Nothing is lost, whenever the process ends: a cursor moves when the notifier has reported, in
 * a transaction that also shows that this server still has the right to move it. What was sent, but
 * not written down, is sent once more, under the same id.
 */
public final class Deliveries implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Deliveries.class.getName());

  /** How often it is looked what other servers have done. */
  private static final Duration TICK = Duration.ofMillis(200);

  /** The least rest after each step: what comes meanwhile shares the next one's transaction. */
  private static final Duration REST = Duration.ofMillis(10);

  /** A step that took long is followed by so many times that, so that publishing has the store. */
  private static final int RESTS = 3;

  private static final Duration NEEDS = Duration.ofSeconds(5);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

  private final InstantSource clock = InstantSource.system();
  private final DeliveryConfig config;
  private final Shards shards;
  private final Boxes boxes;
  private final Lanes lanes;
  private final Traffic traffic = new Traffic();
  private final Weather weather = new Weather();
  private final Ledger ledger;
  private final Returns returns;
  private final Dispatch dispatch;
  private final Thread thread = new Thread(this::run, "belfry-delivery");

  private final Semaphore bell = new Semaphore(0);
  private final Timer tick = new Timer(TICK);
  private final Timer sharing = new Timer(Shards.interval());
  private final Timer needs = new Timer(NEEDS);
  private volatile boolean isPublished;
  private volatile boolean closed;
  private volatile long waiting;
  private volatile String storeTrouble = "";

  private Deliveries(
      String server,
      Store store,
      EventLog log,
      Notifier notifier,
      DeliveryConfig config,
      Meters meters) {
    this.config = config;
    MailCursors cursors = new MailCursors(store);
    Leases leases = new Leases(store);
    shards = new Shards(leases, server);
    lanes = new Lanes(config);
    boxes = new Boxes(log, cursors, box -> lanes.add(box, clock.millis()));
    ledger = new Ledger(store, leases, cursors, shards);
    returns =
        new Returns(config.retry(), traffic, weather, lanes, boxes, ledger, meters, this::ring);
    dispatch = new Dispatch(
        config,
        notifier,
        cursors,
        boxes,
        lanes,
        traffic,
        new Composer(log, config),
        ledger,
        returns);
    thread.setDaemon(true);
  }

  /**
   * Begins to deliver.
   *
   * @param server the name of this server among those on the store
   * @param store where the mailboxes are
   * @param log what is published
   * @param notifier brings the notices; it is to be closed after this
   * @param config how
   * @return the deliveries, going on
   */
  public static Deliveries start(
      String server, Store store, EventLog log, Notifier notifier, DeliveryConfig config) {
    return start(server, store, log, notifier, config, Meters.none());
  }

  /**
   * The same with somebody who counts.
   *
   * @param server the name of this server among those on the store
   * @param store where the mailboxes are
   * @param log what is published
   * @param notifier brings the notices; it is to be closed after this
   * @param config how
   * @param meters count what becomes of the notices
   * @return the deliveries, going on
   */
  public static Deliveries start(
      String server,
      Store store,
      EventLog log,
      Notifier notifier,
      DeliveryConfig config,
      Meters meters) {
    Deliveries deliveries = new Deliveries(server, store, log, notifier, config, meters);
    log.onCommit(events -> deliveries.published());
    deliveries.thread.start();
    return deliveries;
  }

  /**
   * How many mailboxes wait for something from this server.
   *
   * @return their number
   */
  public long waiting() {
    return waiting;
  }

  /**
   * Why nothing can be delivered at present.
   *
   * @return one sentence; empty if all is well
   */
  public String trouble() {
    return storeTrouble.isEmpty() ? weather.trouble() : storeTrouble;
  }

  /**
   * Whether it goes on.
   *
   * @return false when the thread that decides has ended
   */
  public boolean isDelivering() {
    return thread.isAlive();
  }

  /** Begins nothing more, writes down what comes back within a few seconds, and ends. */
  @Override
  public void close() {
    closed = true;
    ring();
    try {
      thread.join(CLOSE_PATIENCE.multipliedBy(2).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void published() {
    isPublished = true;
    ring();
  }

  private void ring() {
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  private void run() {
    while (!closed) {
      try {
        long start = System.nanoTime();
        step();
        recover();
        rest(System.nanoTime() - start);
        await(patience());
      } catch (RuntimeException e) { // The store is away, most likely, and will be back one day.
        tell("Deliveries wait for the store: " + e.getMessage(), e);
        await(TICK.toMillis());
      } catch (InterruptedException e) {
        closed = true; // Nobody does that but the end of the process.
      }
    }
    finish();
  }

  private void tell(String sentence, RuntimeException e) {
    if (!sentence.equals(storeTrouble)) { // Once is enough.
      LOG.log(Level.WARNING, sentence);
      LOG.log(Level.DEBUG, "Where that came from", e);
    }
    storeTrouble = sentence;
  }

  private void recover() {
    if (!storeTrouble.isEmpty()) {
      LOG.log(Level.INFO, "Deliveries go on.");
      storeTrouble = "";
    }
  }

  private void step() {
    share();
    returns.takeIn(clock.millis());
    if (tick.isDue()) {
      tick.restart();
      boxes.learn(mine());
      isPublished = true; // Perhaps elsewhere.
    }
    if (isPublished) {
      isPublished = false;
      boxes.follow();
    }
    if (needs.isDue()) {
      needs.restart();
      ledger.needFrom(boxes.neededFrom(shards.held()));
    }
    if (shards.areSafe()) {
      long now = clock.millis();
      dispatch.send(weather.room(config.underWay(), now), now);
    }
    waiting = (long) lanes.size() + traffic.notices();
  }

  private void share() {
    if (sharing.isDue()) {
      sharing.restart();
      Set<Integer> before = shards.held();
      shards.tick();
      boxes.keepOnly(mine());
      Set<Integer> added = new HashSet<>(mine());
      added.removeAll(before);
      added.forEach(boxes::load);
    }
    shards.leaving().stream().filter(traffic::isIdle).forEach(shards::giveBack);
  }

  private Set<Integer> mine() {
    Set<Integer> mine = new HashSet<>(shards.held());
    mine.removeAll(shards.leaving());
    return mine;
  }

  /** Until something happens, or it is time for something. */
  private long patience() {
    long now = clock.millis();
    long most = Math.min(tick.left(), sharing.left());
    long due = Math.max(lanes.nextDue(now), weather.until()) - now;
    return Math.max(1, due > 0 ? Math.min(due, most) : most);
  }

  /** Whatever happens; at most a tick, since leases must be kept. */
  private static void rest(long stepTook) throws InterruptedException {
    long nanos = Math.min(TICK.toNanos(), Math.max(REST.toNanos(), RESTS * stepTook));
    TimeUnit.NANOSECONDS.sleep(nanos);
  }

  private void await(long millis) {
    try {
      if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        bell.drainPermits();
      }
    } catch (InterruptedException e) {
      closed = true; // Nobody does that but the end of the process.
    }
  }

  private void finish() {
    Timer patience = new Timer(CLOSE_PATIENCE);
    patience.restart();
    try {
      returns.takeIn(clock.millis());
      while (traffic.notices() > 0 && !patience.isDue()) {
        await(patience.left());
        returns.takeIn(clock.millis());
      }
      shards.giveBackAll();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Deliveries could not be ended in good order", e);
    }
  }
}
