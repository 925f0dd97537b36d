package io.belfry.gateway.live;

import io.belfry.message.TopicFilter;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Heads;
import io.belfry.service.Listener;
import io.belfry.service.Listening;
import io.belfry.service.NotificationService;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.Start;
import io.belfry.transport.delivery.Backoff;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What is new on some topics, in the order of the log. A wire may bring events of several topics in
 * another order; then they are read from the log, which has it.
 */
final class Feed implements Listener, AutoCloseable {

  private static final int PAGE = 500;

  private final NotificationService service;
  private final TopicFilter filter;
  private final Pace pace;
  private final Consumer<Feed> onEnd;

  /** Guarded by this, as is all that follows. */
  private final Crowd crowd = new Crowd();

  private Optional<Listening> listening = Optional.empty();
  private Cursor place = Cursor.at("none", 0);

  /** Up to where the log is known to go. */
  private long known;

  private boolean isReady;
  private boolean isReading;
  private boolean isOver;
  private int failures;

  Feed(NotificationService service, TopicFilter filter, Pace pace, Consumer<Feed> onEnd) {
    this.service = service;
    this.filter = filter;
    this.pace = pace;
    this.onEnd = onEnd;
  }

  TopicFilter filter() {
    return filter;
  }

  /** Finds out where the log ends, and begins to listen there. */
  void open() {
    var unused = where().whenComplete((heads, failure) -> {
      if (failure == null) {
        listen(heads);
      } else {
        fail(Failures.reason(failure));
      }
    });
  }

  private CompletionStage<Heads> where() {
    return service.heads(new Selection(filter, Optional.empty(), 1));
  }

  private void listen(Heads heads) {
    Listening begun;
    synchronized (this) {
      if (isOver) {
        return;
      }
      place = Cursor.at(heads.epoch(), heads.offset());
      known = heads.offset();
      begun = service.listen(filter, new Start.After(place), this);
      listening = Optional.of(begun);
    }
    var unused = begun.ready().thenRun(this::ready);
    var unusedEnd = begun.ended().exceptionally(failure -> {
      fail(Failures.reason(failure));
      return null;
    });
  }

  /** Once; when there is another log, whoever follows goes on by reading. */
  private void ready() {
    List<Follower> all;
    synchronized (this) {
      all = isReady ? List.of() : crowd.all();
      isReady = true;
    }
    all.forEach(Follower::begin);
  }

  /** Somebody new. Returns false when this feed is over. */
  boolean admit(Follower follower) {
    synchronized (this) {
      if (isOver) {
        return false;
      }
      crowd.add(follower);
      if (!isReady) {
        return true;
      }
    }
    follower.begin();
    return true;
  }

  /** Has one told from now on, if it has all that came before. */
  synchronized boolean join(Follower follower, Cursor from) {
    boolean hasAll = from.epoch().equals(place.epoch())
        && from.ahead().isEmpty()
        && from.offset() >= place.offset();
    return !isOver && hasAll && crowd.letIn(follower);
  }

  synchronized Cursor place() {
    return place;
  }

  CompletionStage<Walk.Leg> read(Walk walk) {
    return walk.next(service);
  }

  void leave(Follower follower) {
    boolean isLast;
    synchronized (this) {
      isLast = crowd.remove(follower) && !isOver;
      isOver |= isLast; // So that nobody is let in any more.
    }
    if (isLast) {
      close();
      onEnd.accept(this);
    }
  }

  /** Tells those who have waited long how far all was told, so that they need not read it again. */
  synchronized void tellPlace() {
    if (isReading || listening.isEmpty() || !isReady) {
      return;
    }
    try {
      Cursor told = listening.get().cursor();
      if (told.epoch().equals(place.epoch())
          && told.ahead().isEmpty()
          && told.offset() > Math.max(place.offset(), known)) {
        place = told;
        known = told.offset();
        crowd.tell(Told.place(place));
      }
    } catch (ServiceException e) { // It has not begun yet.
      return;
    }
  }

  @Override
  public synchronized void onEvent(Event event) {
    if (!event.epoch().equals(place.epoch())) {
      return; // The gap that comes with it has everybody find their own way.
    }
    if (event.offset() <= place.offset()) {
      return;
    }
    boolean isNext = listening.map(Listening::isInLogOrder).orElse(false)
        || event.offset() == place.offset() + 1;
    known = Math.max(known, event.offset());
    if (isNext && !isReading) {
      handOut(event);
    } else {
      readOn();
    }
  }

  @Override
  public void onGap(Gap gap) {
    if (gap.reason() == Gap.Reason.NEW_LOG) {
      restart();
    } else {
      fallBehind();
    }
  }

  /** Another log: everybody finds out what that means for him or her. */
  private void restart() {
    Optional<Listening> former;
    synchronized (this) {
      former = listening;
      listening = Optional.empty();
      place = Cursor.at("none", 0);
    }
    fallBehind();
    former.ifPresent(Listening::close);
    pace.soon(this::open);
  }

  private void fallBehind() {
    List<Follower> all;
    synchronized (this) {
      all = crowd.live();
    }
    all.forEach(Follower::fallBehind);
  }

  private synchronized void readOn() {
    if (isReading || isOver || listening.isEmpty() || known <= place.offset()) {
      return;
    }
    isReading = true;
    Cursor from = place;
    var unused = service
        .replay(new Replay.OfLog(filter, from.epoch(), from.offset(), PAGE))
        .whenComplete((page, failure) -> pace.soon(() -> {
          if (failure == null) {
            take(from, page);
          } else {
            recover(Failures.reason(failure));
          }
        }));
  }

  private void take(Cursor from, Replayed page) {
    boolean hasGaps = !page.gaps().isEmpty();
    if (hasGaps) {
      fallBehind(); // They read on themselves, and so learn of the gap.
    }
    synchronized (this) {
      isReading = false;
      failures = 0;
      if (!from.epoch().equals(place.epoch())) {
        return;
      }
      page.events().stream()
          .filter(event -> event.offset() > place.offset())
          .forEach(this::handOut);
      place = Cursor.at(place.epoch(), Math.max(place.offset(), page.through()));
    }
    readOn();
  }

  private void recover(ServiceException reason) {
    synchronized (this) {
      isReading = false;
      failures++;
    }
    if (reason.code() == ServiceException.Code.STALE_CURSOR) {
      restart();
    } else if (Failures.isPassing(reason)) {
      pace.later(Backoff.DEFAULTS.after(failures), this::readOn);
    } else {
      fail(reason);
    }
  }

  private void handOut(Event event) {
    place = Cursor.at(place.epoch(), event.offset());
    crowd.tell(Told.event(event, Optional.of(place)));
  }

  /** Whether whoever follows still may. */
  void recheck() {
    var unused = where().exceptionally(failure -> {
      ServiceException reason = Failures.reason(failure);
      if (!Failures.isPassing(reason)) {
        fail(reason);
      }
      return null;
    });
  }

  /** It is over, and everybody is told why. */
  void fail(ServiceException reason) {
    List<Follower> all;
    synchronized (this) {
      isOver = true; // At once, so that nobody comes in who would not be told.
      all = crowd.all();
    }
    close();
    all.forEach(follower -> follower.fail(reason));
    onEnd.accept(this);
  }

  @Override
  public void close() {
    Optional<Listening> former;
    synchronized (this) {
      isOver = true;
      former = listening;
      listening = Optional.empty();
    }
    former.ifPresent(one -> pace.soon(one::close));
  }
}
