package io.belfry.service.protocol;

import io.belfry.message.Address;
import io.belfry.notifier.Notice;
import java.time.Instant;
import java.util.Objects;

/**
 * A notice that a worker is to deliver.
 *
 * @param id stands for this piece of work
 * @param replyTo the queue that takes the report
 * @param until when nobody waits for it any more
 * @param notice what to deliver
 */
public record Work(String id, Address replyTo, Instant until, Notice notice) {

  /** Needs all of them. */
  public Work {
    Objects.requireNonNull(id);
    Objects.requireNonNull(replyTo);
    Objects.requireNonNull(until);
    Objects.requireNonNull(notice);
  }
}
