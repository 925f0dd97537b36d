package io.belfry.broker;

/** What a user may do at an address. */
public enum Right {
  /** To send, publish, and have the address come into being by that. */
  SEND,
  /** To receive, subscribe, browse, and have the queue come into being by that. */
  RECEIVE
}
