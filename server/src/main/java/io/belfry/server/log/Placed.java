package io.belfry.server.log;

import io.belfry.service.Event;
import io.belfry.service.Published;
import java.time.Instant;

/** A publication that has become an event, while the batch it is in is being written. */
final class Placed {

  private final Pending pending;
  private final long topic;
  private final long offset;

  /** Its place among those of its topic in the batch; then, its seq. */
  private long seq;

  Placed(Pending pending, long topic, long offset, long rank) {
    this.pending = pending;
    this.topic = topic;
    this.offset = offset;
    this.seq = rank;
  }

  /** Now it is known how many events its topic had before. */
  void follow(long head) {
    seq += head;
  }

  Pending pending() {
    return pending;
  }

  long topic() {
    return topic;
  }

  long offset() {
    return offset;
  }

  long seq() {
    return seq;
  }

  boolean isOf(Pending other, long id) {
    return topic == id && pending.hash().equals(other.hash());
  }

  Published published(String epoch, long at, boolean isRepeat) {
    return new Published(epoch, offset, seq, Instant.ofEpochMilli(at), isRepeat);
  }

  Event event(String epoch, long at) {
    return new Event(
        epoch,
        offset,
        pending.publication().topic(),
        seq,
        Instant.ofEpochMilli(at),
        pending.publication().content());
  }
}
