package io.belfry.transport.jms;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Counters;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.delivery.Watch;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A subscription to topics. Its messages are read as they come, whatever becomes of the handler, so
 * the broker never has to keep any for a slow one.
 */
final class TopicSubscriber extends Post {

  /** A message and its topic, on the way to the handler. */
  private record Arrival(Topic topic, Message message, long expiration) {
    Arrival with(Message other) {
      return new Arrival(topic, other, expiration);
    }

    boolean hasExpired() {
      return expiration > 0 && expiration <= System.currentTimeMillis();
    }
  }

  private final TopicFilter filter;
  private final SubscribeOptions options;
  private final MessageHandler handler;
  private final TopicReader topics;
  private final int maxPayload;
  private final Lane<Arrival> lane;

  /** Those that were too old when the handler had time for them. */
  private final AtomicLong expired = new AtomicLong();

  TopicSubscriber(
      Posts posts,
      TopicFilter filter,
      SubscribeOptions options,
      MessageHandler handler,
      JmsConfig config,
      Watch watch) {
    super(posts);
    this.filter = filter;
    this.options = options;
    this.handler = handler;
    this.topics = new TopicReader(filter, config.addresses());
    this.maxPayload = config.maxPayload();
    Lane.Plan plan = new Lane.Plan(
        "jms-subscriber-" + filter,
        options.queueBound(),
        options.overflow(),
        config.closeTimeout());
    this.lane = new Lane<>(plan, watch, this::handle, this::readOnInPlaceOf);
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
  public Stand.Next take(jakarta.jms.Message message, Session session) throws JMSException {
    Optional<Arrival> arrival = arrival(message);
    if (arrival.isEmpty()) {
      lane.countFiltered();
      return next();
    }
    return deliver(arrival.get()) ? next() : Stand.Next.LEAVE;
  }

  /** False if the caller must not read any more. */
  private boolean deliver(Arrival arrival) {
    List<Message> opened = options.opener().open(arrival.message());
    if (opened.size() == 1) {
      return lane.deliver(arrival.with(opened.get(0)));
    }
    List<Arrival> arrivals = new ArrayList<>(opened.size());
    opened.forEach(message -> arrivals.add(arrival.with(message)));
    lane.queueAll(arrivals);
    return true;
  }

  /** What has expired came to the lane's action, but not to the handler. */
  @Override
  public Counters counters() {
    Counters counted = lane.counters();
    long late = expired.get();
    return new Counters(
        counted.received() - late, counted.failed(), counted.dropped(), counted.filtered() + late);
  }

  @Override
  void silence() {
    lane.close();
  }

  @Override
  boolean isOwnThread() {
    return lane.isOwnThread();
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
    if (arrival.hasExpired()) {
      expired.incrementAndGet();
    } else {
      handler.onMessage(arrival.topic(), arrival.message());
    }
  }
}
