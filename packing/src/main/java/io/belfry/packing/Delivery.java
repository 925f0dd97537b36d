package io.belfry.packing;

import io.belfry.message.Message;
import io.belfry.message.Topic;

/**
 * A message for a subscriber.
 *
 * @param topic on which it was published
 * @param message the message
 * @param arrivedAt when it came, by the clock of {@code System.nanoTime}; of use only where the
 *     message expires
 */
record Delivery(Topic topic, Message message, long arrivedAt) {

  static Delivery of(Topic topic, Message message) {
    return new Delivery(topic, message, message.headers().isEmpty() ? 0 : System.nanoTime());
  }

  /** How long it was worth delivering when it came, the wire knows; here it has as long again. */
  boolean hasExpired() {
    return !message.headers().isEmpty()
        && message
            .expiry()
            .filter(expiry -> System.nanoTime() - arrivedAt > expiry.toNanos())
            .isPresent();
  }
}
