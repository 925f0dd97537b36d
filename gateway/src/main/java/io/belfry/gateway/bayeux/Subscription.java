package io.belfry.gateway.bayeux;

import io.belfry.gateway.live.Following;
import io.belfry.gateway.live.From;
import io.belfry.gateway.live.Told;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.ServiceException;
import io.belfry.service.Snapshot;
import java.util.Optional;

/**
 * A channel that a session has subscribed to. It has its own place in the log.
 *
 * <p>Guarded by the lock of the session.
 */
final class Subscription {

  private final Subscriptions all;
  private final String channel;
  private final TopicFilter filter;
  private final Optional<Topic> above;
  private final From start;
  private final Span span;
  private Optional<Ear> ear = Optional.empty();
  private Optional<Following> following = Optional.empty();

  /** Up to where all has arrived. */
  private Optional<Cursor> place;

  Subscription(Subscriptions all, String channel, From start, long born) {
    this.all = all;
    this.channel = channel;
    this.filter = Channels.filter(channel);
    this.above = Channels.above(channel);
    this.start = start;
    this.span = new Span(born);
    this.place = start instanceof From.After after ? Optional.of(after.cursor()) : Optional.empty();
  }

  String channel() {
    return channel;
  }

  TopicFilter filter() {
    return filter;
  }

  Span span() {
    return span;
  }

  boolean isWanted(Topic topic) {
    return filter.matches(topic) && above.filter(topic::equals).isEmpty();
  }

  /** Begins, or begins anew where it has got to; what an ear before this is told counts no more. */
  Ear listen() {
    Ear next = new Ear(all, this, place.<From>map(From.After::new).orElse(start));
    ear = Optional.of(next);
    span.clear();
    return next;
  }

  /** Returns whether it still listens with that ear. */
  boolean follow(Ear with, Following begun) {
    if (isHeard(with)) {
      following.ifPresent(Following::close);
      following = Optional.of(begun);
      return true;
    }
    return false;
  }

  boolean isHeard(Ear with) {
    return ear.filter(with::equals).isPresent();
  }

  void resume() {
    following.ifPresent(Following::resume);
  }

  void close() {
    ear = Optional.empty();
    following.ifPresent(Following::close);
    following = Optional.empty();
  }

  void reach(Cursor cursor) {
    place = Optional.of(cursor);
  }

  void hear(Told told, Outbox outbox) {
    if (told.what() instanceof Event event) {
      begin(event);
    }
    if (isForIt(told)) {
      outbox.post(Sheet.of(told, channel), this, told.after());
      note(told);
    } else {
      told.after().ifPresent(after -> outbox.mark(this, after));
    }
  }

  /** Before the first event of all that come from now on there is nothing. */
  private void begin(Event first) {
    if (place.isEmpty() && start instanceof From.End) {
      place = Optional.of(Cursor.at(first.epoch(), first.offset() - 1));
    }
  }

  private boolean isForIt(Told told) {
    if (told.what() instanceof Event event) {
      return isWanted(event.topic()) && !all.isTold(event, this);
    }
    if (told.what() instanceof Snapshot snapshot) {
      return isWanted(snapshot.topic());
    }
    return told.what() instanceof Gap gap && gap.topic().map(this::isWanted).orElse(true);
  }

  private void note(Told told) {
    if (told.what() instanceof Event event) {
      span.add(event.offset(), told.after().filter(at -> at.ahead().isEmpty()).isPresent());
    } else if (told.what() instanceof Gap gap && gap.topic().isEmpty()) {
      all.forgetSpans();
    }
  }

  /** Nothing more is told. */
  void end(Ear with, ServiceException reason) {
    if (isHeard(with)) {
      close();
      all.onEnd(this, reason);
    }
  }
}
