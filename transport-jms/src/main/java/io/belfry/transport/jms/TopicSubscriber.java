package io.belfry.transport.jms;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Counters;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.delivery.Inbox;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.Optional;

/**
 * A subscription to topics. Its consumer's thread does nothing but put messages into a bounded
 * queue, so the broker never has to keep any for a slow handler.
 */
final class TopicSubscriber extends Post {

  /** A message and its topic, on the way to the handler. */
  private record Arrival(Topic topic, Message message, long expiration) {
    boolean hasExpired() {
      return expiration > 0 && expiration <= System.currentTimeMillis();
    }
  }

  private final TopicFilter filter;
  private final SubscribeOptions options;
  private final MessageHandler handler;
  private final TopicReader topics;
  private final int maxPayload;
  private final Inbox<Arrival> inbox;

  TopicSubscriber(
      Posts posts,
      TopicFilter filter,
      SubscribeOptions options,
      MessageHandler handler,
      JmsConfig config) {
    super(posts);
    this.filter = filter;
    this.options = options;
    this.handler = handler;
    this.topics = new TopicReader(filter, config.addresses());
    this.maxPayload = config.maxPayload();
    this.inbox = new Inbox<>(
        "jms-subscriber-" + filter,
        options.queueBound(),
        options.overflow(),
        config.closeTimeout(),
        this::handle);
  }

  @Override
  Stand stand(JmsConnection connection) throws JMSException {
    Session session = connection.session();
    try {
      MessageConsumer consumer = connection.subscribe(session, filter, options);
      return new Stand("jms-reader-" + filter, session, consumer, this);
    } catch (JMSException | RuntimeException e) {
      Stand.closeQuietly(session);
      throw e;
    }
  }

  @Override
  public boolean take(jakarta.jms.Message message, Session session) throws JMSException {
    Optional<Arrival> arrival = arrival(message);
    if (arrival.isPresent()) {
      inbox.offer(arrival.get());
    } else {
      inbox.countFiltered();
    }
    return true;
  }

  @Override
  public Counters counters() {
    return inbox.counters();
  }

  @Override
  void silence() {
    inbox.close();
  }

  @Override
  boolean isOwnThread() {
    return inbox.isOwnThread();
  }

  private Optional<Arrival> arrival(jakarta.jms.Message message) throws JMSException {
    Optional<Topic> topic = topics.topicOf(message);
    if (topic.isEmpty()) {
      return Optional.empty();
    }
    long expiration = message.getJMSExpiration();
    return Envelope.read(message, maxPayload)
        .map(read -> new Arrival(topic.get(), read, expiration));
  }

  private void handle(Arrival arrival) throws Exception {
    if (!arrival.hasExpired()) {
      handler.onMessage(arrival.topic(), arrival.message());
    }
  }
}
