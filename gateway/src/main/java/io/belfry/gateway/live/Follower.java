package io.belfry.gateway.live;

import io.belfry.service.ServiceException;
import io.belfry.transport.delivery.Backoff;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One receiver's place. Up to date, it is handed what is new by its feed; else it reads, as long as
 * the receiver has room. So a slow one costs nobody anything: what it can't take stays in the log.
 */
final class Follower implements Following {

  /** What it is about. */
  private enum State {
    /** A page is asked for, or told; one thread at a time. */
    READING,
    /** The receiver is full. */
    WAITING,
    /** The feed tells. */
    LIVE,
    ENDED
  }

  private static final Logger LOG = System.getLogger(Follower.class.getName());

  /** How long to wait before it is looked again whether the feed has come. */
  private static final Duration IDLE = Duration.ofMillis(50);

  private final Feed feed;
  private final Outlet outlet;
  private final Pace pace;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private final From start;

  /** Guarded by this, as is all that follows. */
  private State state = State.READING;

  private Walk walk;
  private int failures;

  Follower(Feed feed, From from, Outlet outlet, Pace pace) {
    this.feed = feed;
    this.outlet = outlet;
    this.pace = pace;
    this.start = from;
    this.walk = new LogWalk(feed.filter(), feed.place());
  }

  @Override
  public CompletionStage<Void> ready() {
    return ready.minimalCompletionStage();
  }

  /** The feed has begun. */
  void begin() {
    synchronized (this) {
      walk = Walk.of(start, feed.filter(), feed.place());
    }
    ready.complete(null);
    pace.soon(this::step);
  }

  @Override
  public void resume() {
    pace.soon(() -> {
      if (move(State.WAITING, State.READING)) {
        step();
      }
    });
  }

  @Override
  public void close() {
    if (end()) {
      ready.completeExceptionally(Feeds.closed());
      // Whoever calls may hold a lock of the receiver, for which the feed waits while it tells.
      pace.soon(() -> feed.leave(this));
    }
  }

  /** Nothing more will come, and the receiver is told why. */
  void fail(ServiceException reason) {
    if (end()) {
      feed.leave(this);
      outlet.end(reason);
      ready.completeExceptionally(reason);
    }
  }

  /** Only by the feed, which holds its lock: from now on it tells. */
  boolean goLive() {
    return move(State.READING, State.LIVE);
  }

  /** Only by the feed: what comes next. Returns whether it can be told more. */
  boolean tell(Told told) {
    synchronized (this) {
      if (state != State.LIVE) {
        return false;
      }
      if (isHad(told)) {
        return true;
      }
    }
    if (!outlet.hasRoom()) {
      await(State.LIVE);
      return false;
    }
    if (!hand(told)) {
      return false;
    }
    reach(told);
    return true;
  }

  /** A receiver that fails is its own fault, and must hinder no other. */
  private boolean hand(Told told) {
    try {
      outlet.tell(told);
      return true;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A receiver has failed, and is told nothing more", e);
      pace.soon(() -> fail(Failures.reason(e)));
      return false;
    }
  }

  /** From now on it reads. */
  void fallBehind() {
    if (move(State.LIVE, State.READING)) {
      pace.soon(this::step);
    }
  }

  private void step() {
    Walk next = walk();
    if (isEnded() || (next instanceof LogWalk along && feed.join(this, along.place()))) {
      return;
    }
    if (!outlet.hasRoom()) {
      await(State.READING);
      return;
    }
    feed.read(next)
        .whenComplete((leg, failure) -> pace.soon(() -> {
          if (failure == null) {
            arrive(leg);
          } else {
            recover(Failures.reason(failure));
          }
        }));
  }

  private void arrive(Walk.Leg leg) {
    for (Told told : leg.told()) {
      if (isEnded() || !hand(told)) {
        return;
      }
    }
    boolean isIdle;
    synchronized (this) {
      isIdle = leg.told().isEmpty() && leg.onward().equals(walk);
      walk = leg.onward();
      failures = 0;
    }
    if (isIdle) {
      pace.later(IDLE, this::step); // The feed is not there yet.
    } else {
      step();
    }
  }

  private void recover(ServiceException reason) {
    if (!Failures.isPassing(reason)) {
      fail(reason);
      return;
    }
    int times;
    synchronized (this) {
      times = ++failures;
    }
    pace.later(Backoff.DEFAULTS.after(times), this::step);
  }

  /** Until there is room, which may be so already. */
  private void await(State before) {
    if (move(before, State.WAITING) && outlet.hasRoom()) {
      resume();
    }
  }

  private synchronized Walk walk() {
    return walk;
  }

  private boolean isHad(Told told) {
    return walk instanceof LogWalk along
        && told.after().filter(place -> place.offset() > along.place().offset()).isEmpty();
  }

  private synchronized void reach(Told told) {
    told.after().ifPresent(place -> walk = new LogWalk(feed.filter(), place));
  }

  private synchronized boolean move(State from, State to) {
    if (state != from) {
      return false;
    }
    state = to;
    return true;
  }

  private synchronized boolean end() {
    boolean isFirst = state != State.ENDED;
    state = State.ENDED;
    return isFirst;
  }

  synchronized boolean isEnded() {
    return state == State.ENDED;
  }
}
