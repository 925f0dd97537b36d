package io.belfry.transport.zeromq;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import zmq.Msg;

/**
 * Publish and subscribe at the hub: what spokes publish is passed on to all who subscribe; what the
 * hub publishes goes straight to them.
 */
final class HubEvents implements Reader.Source {

  private static final int MAX_TOKENS = 10_000;
  private static final int TOKEN_SIZE = 1 + Control.SIZE;

  private final WireSocket incoming;
  private final Broadcast outgoing;
  private final Subscribers subscribers = new Subscribers();
  private final TopicBytes names = new TopicBytes();

  /** Tokens that have arrived as subscriptions, until their subscriber asks. */
  private final Set<Long> tokens = new LinkedHashSet<>();

  /** Takes a greeting that came the way of publications: the spoke, and its token. */
  private BiConsumer<Long, Long> greeting = (spoke, token) -> {};

  HubEvents(WireSocket incoming, Broadcast outgoing) {
    this.incoming = incoming;
    this.outgoing = outgoing;
    incoming.use(socket -> socket.subscribe(new byte[0]));
  }

  void begin(BiConsumer<Long, Long> onGreeting) {
    greeting = onGreeting;
  }

  @Override
  public WireSocket socket() {
    return incoming;
  }

  boolean publish(Topic topic, Message message) {
    byte[] frame = Frames.encode(0, names.of(topic), message);
    return subscribers.isEmpty() ? outgoing.publish(frame) : publishHereToo(frame, topic, message);
  }

  EventSubscription subscribe(
      TopicFilter filter,
      SubscribeOptions options,
      Reader reader,
      Duration closeTimeout,
      MessageHandler handler) {
    EventSubscription subscription = new EventSubscription(
        new Lane<>(
            "belfry-zeromq-subscription " + filter,
            reader,
            options.queueBound(),
            options.overflow(),
            closeTimeout,
            event -> handler.onMessage(event.topic(), event.message())),
        options.opener(),
        subscribers::remove);
    subscribers.add(filter, subscription);
    return subscription;
  }

  List<EventSubscription> subscriptions() {
    return subscribers.all();
  }

  long dropped() {
    return outgoing.dropped();
  }

  @Override
  public boolean readOne() {
    Msg message = incoming.receive();
    if (message == null) {
      return false;
    }
    byte[] frame = message.data();
    if (Control.isControl(frame)) {
      greeted(frame);
    } else {
      relay(frame);
    }
    return true;
  }

  /** Whether a token has arrived as a subscription; it is forgotten then. */
  boolean hasArrived(long token) {
    drainAnnouncements();
    return tokens.remove(token);
  }

  /** Takes note of what spokes have subscribed to, which the library keeps until it is asked. */
  void drainAnnouncements() {
    outgoing.drainSubscriptions(announced -> {
      if (announced.length == TOKEN_SIZE && announced[0] == 1 && announced[1] == 0) {
        Control.number(announced, 1, 0).ifPresent(this::remember);
      }
    });
  }

  void close() {
    incoming.close();
    outgoing.close();
  }

  private void remember(long token) {
    if (tokens.size() >= MAX_TOKENS) {
      tokens.clear();
    }
    tokens.add(token);
  }

  private void greeted(byte[] frame) {
    Control.number(frame, 0, 0)
        .ifPresent(
            spoke -> Control.number(frame, 0, 1).ifPresent(token -> greeting.accept(spoke, token)));
  }

  private void relay(byte[] frame) {
    if (subscribers.isEmpty()) {
      outgoing.publish(frame);
      return;
    }
    try {
      int end = Frames.nameEnd(frame, 0);
      Topic topic = new Topic(Frames.name(frame, 0, end));
      publishHereToo(frame, topic, Frames.message(frame, end));
    } catch (IllegalArgumentException e) {
      Malformed.report("an event", e);
    }
  }

  /**
   * Publishes to spokes and to the hub's own subscriptions in one order for all. The hub's own
   * handlers have threads of their own, since the publisher's must not be held up.
   */
  private synchronized boolean publishHereToo(byte[] frame, Topic topic, Message message) {
    subscribers.wanting(topic).forEach(one -> one.queue(topic, message));
    return outgoing.publish(frame);
  }
}
