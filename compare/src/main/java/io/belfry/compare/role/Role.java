package io.belfry.compare.role;

/** What a part does. */
public enum Role {
  /** Publishes over the transport. */
  PUBLISH,
  /** Subscribes over the transport. */
  SUBSCRIBE,
  /** Asks, and hears the answers. */
  ASK,
  /** Answers with what it was asked. */
  ANSWER,
  /** Pushes work. */
  PUSH,
  /** Takes work. */
  PULL,
  /** Publishes through the notification service. */
  ANNOUNCE,
  /** Listens to the notification service. */
  LISTEN;

  /** Whether it sends by the clock. */
  public boolean isSending() {
    return this == PUBLISH || this == ASK || this == PUSH || this == ANNOUNCE;
  }

  /** Whether it hears what was sent. */
  public boolean isHearing() {
    return this == SUBSCRIBE || this == ASK || this == PULL || this == LISTEN;
  }
}
