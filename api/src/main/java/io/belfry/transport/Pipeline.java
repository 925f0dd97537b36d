package io.belfry.transport;

import io.belfry.message.Address;
import io.belfry.message.Message;
import java.util.concurrent.CompletionStage;

/** A work queue: each message goes to exactly one worker. */
public interface Pipeline {

  /**
   * Puts work into a queue.
   *
   * <p>Threads: any, at the same time. Order: what one thread pushes is begun in that order, as far
   * as a single worker can see. Blocking: until the message is handed off, at most for the
   * transport's send time-out, which is also how long a full queue is waited for. Failure: the
   * stage, never an exception; {@code REFUSED} where the queue is full or no worker may be waited
   * for.
   *
   * <p>The stage is complete at once, or completes on a thread of the transport. Its continuations
   * may take their time, as a handler may.
   *
   * @param queue the queue's address
   * @param work the message
   * @return a stage that completes at the level that {@link Capabilities#pushLevel} declares; at
   *     {@link Acknowledgement#HANDED_OFF} it may be one shared, completed stage
   */
  CompletionStage<Void> push(Address queue, Message work);

  /**
   * Takes work from a queue, in competition with its other workers.
   *
   * <p>Threads: any; the handler's thread and order are told at {@link WorkHandler}. Blocking: no;
   * wait for {@link Subscription#ready}. Closing the subscription returns what was not begun to the
   * queue.
   *
   * @param queue the queue's address
   * @param options how much is fetched ahead
   * @param handler what does the work
   * @return the subscription, not yet ready
   * @throws TransportException with {@code CLOSED} or {@code REFUSED}
   */
  Subscription pull(Address queue, PullOptions options, WorkHandler handler);

  /**
   * Takes work from a queue, with {@link PullOptions#DEFAULTS}.
   *
   * @param queue the queue's address
   * @param handler what does the work
   * @return the subscription, not yet ready
   * @throws TransportException with {@code CLOSED}
   */
  default Subscription pull(Address queue, WorkHandler handler) {
    return pull(queue, PullOptions.DEFAULTS, handler);
  }
}
