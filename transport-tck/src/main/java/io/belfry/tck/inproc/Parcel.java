package io.belfry.tck.inproc;

import io.belfry.message.Message;
import java.time.Duration;

/**
 * A message on its way, with the moment when it expires. The clock starts when it is sent.
 *
 * @param message the message
 * @param sentAt the time of {@link System#nanoTime}
 */
record Parcel(Message message, long sentAt) {

  static Parcel of(Message message) {
    return new Parcel(message, System.nanoTime());
  }

  Parcel with(Message other) {
    return new Parcel(other, sentAt);
  }

  boolean isExpired() {
    Duration age = Duration.ofNanos(System.nanoTime() - sentAt);
    return message.expiry().filter(limit -> limit.compareTo(age) <= 0).isPresent();
  }
}
