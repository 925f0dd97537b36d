package io.belfry.client.listening;

import io.belfry.message.TopicFilter;
import io.belfry.service.Listener;
import io.belfry.service.Listening;
import io.belfry.service.NotificationService;
import io.belfry.service.Start;
import io.belfry.transport.Transport;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Listens to a service: to its events over a transport, and to its log by requests. Of each topic
 * the listener gets every event once and in order, whatever the transport loses, repeats, delays or
 * reorders, and while the service or a broker is away and comes back.
 *
 * <p>All listenings share one thread for what has a time; each has one of its own for its listener.
 */
public final class Listenings implements AutoCloseable {

  private static final int LOOK_MILLIS = 250;

  private final NotificationService requests;
  private final Transport transport;
  private final Pace pace;
  private final Set<WireListening> all = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor scheduler =
      new ScheduledThreadPoolExecutor(1, Listenings::thread);
  private final Future<?> look;
  private boolean wasHealthy = true;

  /**
   * Listens as seldom and as much as {@link Pace#DEFAULTS} says.
   *
   * @param requests answers questions; of its operations only those that read and {@code subscribe}
   *     and {@code advance} are used
   * @param transport where events are published; it stays the caller's to close
   */
  public Listenings(NotificationService requests, Transport transport) {
    this(requests, transport, Pace.DEFAULTS);
  }

  /**
   * Listens at a certain pace.
   *
   * @param requests answers questions; of its operations only those that read and {@code subscribe}
   *     and {@code advance} are used
   * @param transport where events are published; it stays the caller's to close
   * @param pace times and bounds
   */
  public Listenings(NotificationService requests, Transport transport, Pace pace) {
    this.requests = requests;
    this.transport = transport;
    this.pace = pace;
    scheduler.setRemoveOnCancelPolicy(true);
    look = scheduler.scheduleWithFixedDelay(
        this::lookAtTransport, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Begins to listen.
   *
   * @param filter which topics; also those that are created later
   * @param start where to begin
   * @param listener what to do with events
   * @return the listening, which has begun when it is ready
   */
  public Listening listen(TopicFilter filter, Start start, Listener listener) {
    return listen(requests, filter, start, listener);
  }

  /**
   * Begins to listen in another's name.
   *
   * @param asker answers questions, instead of the service that these listenings were made with
   * @param filter which topics; also those that are created later
   * @param start where to begin
   * @param listener what to do with events
   * @return the listening, which has begun when it is ready
   */
  public Listening listen(
      NotificationService asker, TopicFilter filter, Start start, Listener listener) {
    WireListening listening =
        new WireListening(asker, transport, scheduler, pace, filter, start, listener, all::remove);
    all.add(listening);
    if (scheduler.isShutdown()) {
      listening.close();
    } else {
      listening.begin();
    }
    return listening;
  }

  /**
   * Ends all listenings. Blocking: until their listeners have returned, for a bounded time each.
   * Failure: none is thrown.
   */
  @Override
  public void close() {
    look.cancel(false);
    scheduler.shutdown();
    List.copyOf(all).forEach(WireListening::close);
    scheduler.shutdownNow();
    try {
      scheduler.awaitTermination(pace.close().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was published while the transport was away was lost for whoever listened. */
  private void lookAtTransport() {
    boolean isHealthy = transport.health().isHealthy();
    if (isHealthy && !wasHealthy) {
      all.forEach(WireListening::reconnected);
    }
    wasHealthy = isHealthy;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "belfry-listenings");
    thread.setDaemon(true);
    return thread;
  }
}
