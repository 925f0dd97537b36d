package io.belfry.transport.zeromq;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.zeromq.Subscribers.Audience;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.zeromq.ZMQ;
import zmq.Msg;

/** Publish and subscribe at a spoke. */
final class SpokeEvents implements Reader.Source {

  private final WireSocket incoming;
  private final Broadcast outgoing;
  private final Subscribers subscribers = new Subscribers();
  private final TopicBytes names = new TopicBytes();
  private final TopicCache topics = new TopicCache(subscribers);

  SpokeEvents(WireSocket incoming, Broadcast outgoing) {
    this.incoming = incoming;
    this.outgoing = outgoing;
  }

  @Override
  public WireSocket socket() {
    return incoming;
  }

  boolean publish(Topic topic, Message message) {
    return outgoing.publish(Frames.encode(0, names.of(topic), message));
  }

  EventSubscription subscribe(
      TopicFilter filter,
      SubscribeOptions options,
      Reader reader,
      Duration closeTimeout,
      MessageHandler handler) {
    List<byte[]> prefixes = Prefixes.of(filter);
    Lane<Event> lane = new Lane<>(
        "belfry-zeromq-subscription " + filter,
        reader,
        options.queueBound(),
        options.overflow(),
        closeTimeout,
        event -> handler.onMessage(event.topic(), event.message()));
    EventSubscription subscription = new EventSubscription(lane, options.opener(), closed -> {
      subscribers.remove(closed);
      each(prefixes, ZMQ.Socket::unsubscribe);
    });
    subscribers.add(filter, subscription);
    each(prefixes, ZMQ.Socket::subscribe);
    return subscription;
  }

  List<EventSubscription> subscriptions() {
    return subscribers.all();
  }

  /** Says hello on the way that publications take. */
  void probePublications(long spokeId, long token) {
    outgoing.publish(Control.frame(spokeId, token));
  }

  /** Does something that needs the publishing socket to itself. */
  void usePublisher(Consumer<ZMQ.Socket> action) {
    outgoing.use(action);
  }

  /**
   * Publishing drops for peers that have not said what they want, so that must be taken note of.
   */
  void drainAnnouncements() {
    outgoing.drainSubscriptions(announced -> {});
  }

  @Override
  public boolean readOne() {
    Msg message = incoming.receive();
    if (message == null) {
      return false;
    }
    byte[] frame = message.data();
    if (!Control.isControl(frame)) {
      deliver(frame);
    }
    return true;
  }

  void close() {
    incoming.close();
    outgoing.close();
  }

  private void deliver(byte[] frame) {
    try {
      int end = Frames.nameEnd(frame, 0);
      Audience audience = topics.audience(frame, end);
      audience.surplus().forEach(one -> one.lane().countFiltered());
      if (!audience.wanted().isEmpty()) {
        deliver(audience.wanted(), audience.topic(), Frames.message(frame, end));
      }
    } catch (IllegalArgumentException e) {
      Malformed.report("an event", e);
    }
  }

  /**
   * The reading thread may be stuck in the last delivery, so all others must be done before; and
   * they can be, on threads of their own.
   */
  private static void deliver(List<EventSubscription> wanted, Topic topic, Message message) {
    for (int i = wanted.size() - 1; i > 0; i--) {
      wanted.get(i).queue(topic, message);
    }
    wanted.get(0).deliver(topic, message);
  }

  private interface PrefixAction {
    boolean apply(ZMQ.Socket socket, byte[] prefix);
  }

  private void each(List<byte[]> prefixes, PrefixAction action) {
    incoming.use(socket -> prefixes.forEach(prefix -> action.apply(socket, prefix)));
  }
}
