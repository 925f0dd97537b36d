package io.belfry.server.live;

import io.belfry.message.TopicFilter;
import io.belfry.server.log.EventLog;
import io.belfry.server.matching.FilterIndex;
import io.belfry.service.Event;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The end of the log, followed once for all who are up to date: each new event is handed to those
 * whose filter matches. What was committed here comes without being read; what another server
 * committed, or was too much to keep, is read from the log. Safe for any thread.
 */
final class Tail implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Tail.class.getName());

  private static final TopicFilter EVERYTHING = new TopicFilter("#");

  /** How many events wait here at most; what comes on top is read from the log instead. */
  private static final int BOUND = 4_096;

  private static final long WAIT_AFTER_FAILURE = 250;

  private final EventLog log;
  private final Set<Follower> followers = new HashSet<>();
  private final FilterIndex<Follower> index = new FilterIndex<>();
  private final Thread thread;

  /** Guards what follows, and is waited on for news. */
  private final Object news = new Object();

  private final Queue<Event> committed = new ArrayDeque<>();
  private boolean isPoked;
  private boolean isClosed;

  /** Guarded by this: everything up to here has been handed out, if anybody follows. */
  private long position;

  /** Only for its thread. */
  private String trouble = "";

  /**
   * Whether anybody follows: if not, no commit wakes the thread, which has better use for a core.
   */
  private volatile boolean isFollowed;

  Tail(EventLog log) {
    this.log = log;
    this.position = log.head();
    this.thread = new Thread(this::run, "belfry-tail");
    thread.setDaemon(true);
    thread.start();
  }

  /** These were committed here. Quick. */
  void committed(List<Event> events) {
    if (!isFollowed) {
      return;
    }
    synchronized (news) {
      if (committed.size() + events.size() <= BOUND) {
        committed.addAll(events);
      }
      isPoked = true;
      news.notifyAll();
    }
  }

  /** The log may have grown elsewhere. */
  void poke() {
    if (!isFollowed) {
      return;
    }
    synchronized (news) {
      isPoked = true;
      news.notifyAll();
    }
  }

  /**
   * Takes in a follower that has everything up to an offset, if that is as far as the tail is.
   *
   * @return whether it is handed everything after that from now on
   */
  synchronized boolean join(Follower follower, long offset) {
    if (followers.isEmpty()) {
      position = offset; // Nobody else needs what comes before, or was there.
    } else if (offset < position) {
      return false;
    }
    followers.add(follower);
    index.add(follower.filter(), follower);
    isFollowed = true;
    if (log.head() > offset) {
      poke(); // It was committed while nobody followed.
    }
    return true;
  }

  synchronized void leave(Follower follower) {
    if (followers.remove(follower)) {
      index.remove(follower.filter(), follower);
      isFollowed = !followers.isEmpty();
    }
  }

  boolean isFollowing() {
    return thread.isAlive();
  }

  @Override
  public void close() {
    synchronized (news) {
      isClosed = true;
      news.notifyAll();
    }
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    for (Optional<List<Event>> next = await(); next.isPresent(); next = await()) {
      try {
        next.get().forEach(this::handOut);
        readOn();
        trouble = "";
      } catch (RuntimeException e) {
        tell(String.valueOf(e.getMessage()));
        pause();
        poke();
      }
    }
  }

  private void tell(String reason) {
    if (!reason.equals(trouble)) { // Once is enough.
      LOG.log(Level.WARNING, "Listeners wait, since the log can''t be read: {0}", reason);
    }
    trouble = reason;
  }

  /** What was committed since, which may be nothing; empty at the end. */
  private Optional<List<Event>> await() {
    synchronized (news) {
      while (!isPoked && !isClosed) {
        try {
          news.wait();
        } catch (InterruptedException e) {
          return Optional.empty();
        }
      }
      List<Event> next = new ArrayList<>(committed);
      committed.clear();
      isPoked = false;
      return isClosed ? Optional.empty() : Optional.of(next);
    }
  }

  private void pause() {
    synchronized (news) {
      try {
        TimeUnit.MILLISECONDS.timedWait(news, WAIT_AFTER_FAILURE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Only the very next one: another server's events may lie between, which are read first. */
  private synchronized void handOut(Event event) {
    if (event.offset() == position + 1) {
      position = event.offset();
      index.match(event.topic()).forEach(follower -> follower.offer(event));
    }
  }

  private void readOn() {
    while (isFollowed && position() < log.head()) {
      Replayed page =
          log.replay(new Replay.OfLog(EVERYTHING, log.epoch(), position(), Replay.MAX_LIMIT));
      take(page);
    }
  }

  private synchronized void take(Replayed page) {
    if (page.gaps().isEmpty()) {
      page.events().stream()
          .filter(event -> event.offset() > position)
          .forEach(event -> index.match(event.topic()).forEach(one -> one.offer(event)));
    } else {
      followers.forEach(Follower::fallBehind); // They read on themselves, and so learn of the gap.
    }
    position = Math.max(position, page.through());
  }

  private synchronized long position() {
    return position;
  }
}
