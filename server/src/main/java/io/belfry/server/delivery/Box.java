package io.belfry.server.delivery;

import io.belfry.message.TopicFilter;
import io.belfry.server.mailbox.MailCursor;
import io.belfry.server.mailbox.Settlement;

/** A cursor in memory, while this server delivers to it. For one thread. */
final class Box {

  final long id;
  final int shard;
  final TopicFilter filter;
  final String domain;

  /** Whether news go there; else a code. */
  final boolean isConfirmed;

  /** All up to this offset is dealt with. */
  long position;

  /** There may be something for it up to this offset. */
  long wanted;

  /** Up to which offset the notice tells that has been tried, or is planned; 0 if there is none. */
  long planned;

  int tries;
  long failingSince;

  /** Not before this time, in milliseconds since 1970. */
  long due;

  boolean isUnderWay;
  boolean isQueued;

  /** Whether it was changed by hand while it was under way. */
  boolean isChanged;

  /** Whether it is no longer this server's, or another has taken its place. */
  boolean isForgotten;

  Box(MailCursor cursor) {
    this.id = cursor.id();
    this.shard = cursor.shard();
    this.filter = cursor.filter();
    this.domain = cursor.domain();
    this.isConfirmed = cursor.isConfirmed();
    this.position = cursor.position();
    this.wanted = cursor.position();
    this.planned = cursor.planned();
    this.tries = cursor.tries();
    this.failingSince = cursor.failingSince();
    this.due = cursor.due();
  }

  /** Whether there may be something to deliver. */
  boolean hasSomething() {
    return !isConfirmed || wanted > position || planned > position;
  }

  /** That something for it has been published, when up to {@code seen} all was known before. */
  void want(long offset, long seen) {
    if (!hasSomething()) {
      position = Math.max(position, seen); // Nothing for it was in between.
    }
    wanted = Math.max(wanted, offset);
  }

  void apply(Settlement settlement) {
    position = Math.max(position, settlement.position());
    planned = settlement.planned();
    tries = settlement.tries();
    failingSince = settlement.failingSince();
    due = settlement.due();
  }
}
