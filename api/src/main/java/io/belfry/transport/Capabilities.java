package io.belfry.transport;

import io.belfry.message.Message;
import io.belfry.transport.TransportException.Category;
import java.util.Set;

/**
 * What a transport can do, and how much it promises.
 *
 * @param features the capabilities; what is not in the set is refused or seen to fail
 * @param publishLevel what is known when a publish completes
 * @param pushLevel what is known when a push completes
 * @param maxPayload the largest payload in bytes; one more fails with {@code TOO_LARGE}
 * @param portion how many pieces of work may come to a worker at once: 1 where each comes by
 *     itself. A worker whose prefetch is smaller gives back what is beyond it, and so may get work
 *     in another order than that of pushing
 */
public record Capabilities(
    Set<Capability> features,
    Acknowledgement publishLevel,
    Acknowledgement pushLevel,
    int maxPayload,
    int portion) {

  /** Copies the features. */
  public Capabilities {
    features = Set.copyOf(features);
  }

  /**
   * The capabilities of a transport where each piece of work comes by itself.
   *
   * @param features the capabilities
   * @param publishLevel what is known when a publish completes
   * @param pushLevel what is known when a push completes
   * @param maxPayload the largest payload in bytes
   */
  public Capabilities(
      Set<Capability> features,
      Acknowledgement publishLevel,
      Acknowledgement pushLevel,
      int maxPayload) {
    this(features, publishLevel, pushLevel, maxPayload, 1);
  }

  /**
   * These capabilities with another portion.
   *
   * @param most how many pieces of work may come at once
   * @return new capabilities
   */
  public Capabilities withPortion(int most) {
    return new Capabilities(features, publishLevel, pushLevel, maxPayload, most);
  }

  /**
   * Whether a capability is declared.
   *
   * @param capability the capability in question
   * @return whether it is among the features
   */
  public boolean has(Capability capability) {
    return features.contains(capability);
  }

  /**
   * Checks that a message can be sent here.
   *
   * @param message the message
   * @throws TransportException with {@code TOO_LARGE} if its payload is beyond the limit, or
   *     {@code REFUSED} if it carries a wish that is not declared
   */
  public void requireAdmissible(Message message) {
    int size = message.payload().size();
    if (size > maxPayload) {
      throw new TransportException(
          Category.TOO_LARGE,
          "The payload has " + size + " bytes; this transport takes at most " + maxPayload + ".");
    }
    if (!message.headers().isEmpty()) {
      requireDeclared(Capability.EXPIRY, message.expiry().isPresent());
      requireDeclared(Capability.PRIORITY, message.priority().isPresent());
    }
  }

  /**
   * Checks that a subscription can be had here.
   *
   * @param options the options of the subscription
   * @throws TransportException with {@code REFUSED} if they need what is not declared
   */
  public void requireAdmissible(SubscribeOptions options) {
    requireDeclared(Capability.SELECTORS, !options.selector().isEmpty());
    requireDeclared(Capability.SHARED_SUBSCRIPTIONS, options.group().isPresent());
  }

  private void requireDeclared(Capability capability, boolean isNeeded) {
    if (isNeeded && !has(capability)) {
      throw new TransportException(
          Category.REFUSED, "This transport does not offer " + capability + "; do without it.");
    }
  }
}
