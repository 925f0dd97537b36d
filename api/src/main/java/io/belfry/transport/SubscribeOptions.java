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
 * @param opener what is made of each message before it waits for the handler
 */
public record SubscribeOptions(
    int queueBound,
    Overflow overflow,
    Optional<Address> group,
    Map<String, String> selector,
    Opener opener) {

  /** A queue of 10,000 from which the oldest is dropped; no group, no selector, nothing to open. */
  public static final SubscribeOptions DEFAULTS =
      new SubscribeOptions(10_000, Overflow.DROP_OLDEST, Optional.empty(), Map.of(), Opener.NONE);

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
    return new SubscribeOptions(bound, policy, group, selector, opener);
  }

  /**
   * These options as a member of a group.
   *
   * @param name the group's name
   * @return new options
   */
  public SubscribeOptions inGroup(Address name) {
    return new SubscribeOptions(queueBound, overflow, Optional.of(name), selector, opener);
  }

  /**
   * These options for messages with certain headers.
   *
   * @param headers the headers wanted, by name
   * @return new options
   */
  public SubscribeOptions where(Map<String, String> headers) {
    return new SubscribeOptions(queueBound, overflow, group, headers, opener);
  }

  /**
   * These options for messages that are opened first: for decorators.
   *
   * @param how what is made of each message
   * @return new options
   */
  public SubscribeOptions opening(Opener how) {
    return new SubscribeOptions(queueBound, overflow, group, selector, how);
  }
}
