package io.belfry.transport;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.util.concurrent.CompletionStage;

/** Every subscriber whose filter matches gets a copy. */
public interface PubSub {

  /**
   * Sends a message to whoever subscribes to its topic.
   *
   * <p>Threads: any, at the same time. Order: of calls for one topic that follow each other, from
   * whichever threads, the messages arrive in that order. Blocking: until the message is handed
   * off, at most for the transport's send time-out. Failure: the stage, never an exception; a
   * message beyond the limit fails with {@code TOO_LARGE}, one with a wish that is not declared
   * with {@code REFUSED}.
   *
   * <p>The stage is complete at once, or completes on a thread of the transport. Its continuations
   * may take their time, as a handler may.
   *
   * @param topic what the message is about
   * @param message the message
   * @return a stage that completes at the level that {@link Capabilities#publishLevel} declares; at
   *     {@link Acknowledgement#HANDED_OFF} it may be one shared, completed stage
   */
  CompletionStage<Void> publish(Topic topic, Message message);

  /**
   * Receives the messages whose topic matches.
   *
   * <p>Threads: any; the handler's thread and order are told at {@link MessageHandler}. Blocking:
   * no; wait for {@link Subscription#ready}. Failure: a closed transport or an option that is not
   * declared is refused at once, by an exception; what the other side refuses fails
   * {@code ready()}.
   *
   * @param filter the topics wanted
   * @param options the bound of the queue and what happens there
   * @param handler what to do with each message
   * @return the subscription, not yet ready
   * @throws TransportException with {@code CLOSED} or {@code REFUSED}
   */
  Subscription subscribe(TopicFilter filter, SubscribeOptions options, MessageHandler handler);

  /**
   * Receives the messages whose topic matches, with {@link SubscribeOptions#DEFAULTS}.
   *
   * @param filter the topics wanted
   * @param handler what to do with each message
   * @return the subscription, not yet ready
   * @throws TransportException with {@code CLOSED}
   */
  default Subscription subscribe(TopicFilter filter, MessageHandler handler) {
    return subscribe(filter, SubscribeOptions.DEFAULTS, handler);
  }
}
