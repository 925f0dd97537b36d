package io.belfry.transport;

import io.belfry.message.Address;
import io.belfry.message.Headers;
import java.util.Map;
import java.util.Optional;

/**
 * How a subscription behaves.
 *
 * @param queueBound how many messages may wait for the handler, at least 1
 * @param overflow which one is dropped at the bound; each is counted
 * @param group if there is one, the subscriptions of this group share the messages: each goes to
 *     one of them. Needs {@link Capability#SHARED_SUBSCRIPTIONS}
 * @param selector headers that a message must have, by name, with these very values. Needs
 *     {@link Capability#SELECTORS} unless empty
 */
public record SubscribeOptions(
    int queueBound, Overflow overflow, Optional<Address> group, Map<String, String> selector) {

  /** A queue of 10,000 from which the oldest is dropped; no group, no selector. */
  public static final SubscribeOptions DEFAULTS =
      new SubscribeOptions(10_000, Overflow.DROP_OLDEST, Optional.empty(), Map.of());

  /**
   * Checks the bound.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public SubscribeOptions {
    if (queueBound < 1) {
      throw new IllegalArgumentException(
          "A queue holds at least 1 message, not " + queueBound + ".");
    }
    selector = new Headers(selector).values();
  }

  /**
   * These options with another queue.
   *
   * @param bound how many messages may wait
   * @param policy which one is dropped at the bound
   * @return new options
   */
  public SubscribeOptions withQueue(int bound, Overflow policy) {
    return new SubscribeOptions(bound, policy, group, selector);
  }

  /**
   * These options as a member of a group.
   *
   * @param name the group's name
   * @return new options
   */
  public SubscribeOptions inGroup(Address name) {
    return new SubscribeOptions(queueBound, overflow, Optional.of(name), selector);
  }

  /**
   * These options for messages with certain headers.
   *
   * @param headers the headers wanted, by name
   * @return new options
   */
  public SubscribeOptions where(Map<String, String> headers) {
    return new SubscribeOptions(queueBound, overflow, group, headers);
  }
}
