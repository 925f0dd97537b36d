package io.belfry.compare.scenario;

/** What is done with messages. */
public enum Pattern {
  /** Each subscriber gets all of them. */
  PUBSUB,
  /** Each is answered. */
  REQREP,
  /** One worker gets each. */
  PIPELINE,
  /** The whole service: list, subscribe, register an address, publish, receive, mail. */
  NOTIFY
}
