package io.belfry.transport;

import io.belfry.message.Message;
import io.belfry.message.Topic;

/** Receives what was published. */
@FunctionalInterface
public interface MessageHandler {

  /**
   * Handles one message.
   *
   * <p>Thread: one at a time for a subscription, not always the same; each call sees what the one
   * before wrote. Order: as published by one publisher on one topic. Blocking: it may take its
   * time, and wait for replies, without stalling any other subscription; meanwhile messages wait in
   * the queue of this one. Failure: an exception is counted and logged; the next message comes all
   * the same.
   *
   * @param topic the topic that it was published on
   * @param message the message
   * @throws Exception whatever goes wrong
   */
  void onMessage(Topic topic, Message message) throws Exception;
}
