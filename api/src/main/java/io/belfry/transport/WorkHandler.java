package io.belfry.transport;

import io.belfry.message.Message;

/** Does the work of a queue. */
@FunctionalInterface
public interface WorkHandler {

  /**
   * Does one piece of work; returning means that it is done.
   *
   * <p>Thread: one at a time for a subscription, not always the same. Order: as pushed, but for
   * what other workers took and what is delivered again. Blocking: it may take its time without
   * stalling any other subscription; what was fetched ahead waits. Failure: an exception is counted
   * and logged, and the work is delivered again, to this worker or another, where
   * {@link Capability#REDELIVERY} is declared; elsewhere it is lost.
   *
   * @param work the message
   * @throws Exception whatever goes wrong
   */
  void onWork(Message work) throws Exception;
}
