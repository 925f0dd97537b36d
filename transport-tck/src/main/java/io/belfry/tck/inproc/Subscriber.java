package io.belfry.tck.inproc;

import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Counters;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.delivery.Inbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A filter, its options, and the inbox of its handler. */
final class Subscriber implements Receiver {

  private record Arrival(Topic topic, Parcel parcel) {}

  private final Topics topics;
  private final TopicFilter filter;
  private final SubscribeOptions options;
  private final Inbox<Arrival> inbox;

  Subscriber(
      Topics topics,
      TopicFilter filter,
      SubscribeOptions options,
      MessageHandler handler,
      Duration closeTimeout) {
    this.topics = topics;
    this.filter = filter;
    this.options = options;
    this.inbox = new Inbox<>(
        "inproc-subscriber " + filter,
        options.queueBound(),
        options.overflow(),
        closeTimeout,
        arrival -> handle(arrival, handler));
  }

  @Override
  public void enter() {
    topics.add(this);
  }

  @Override
  public void leave() {
    topics.remove(this);
    inbox.close();
  }

  @Override
  public Counters counters() {
    return inbox.counters();
  }

  TopicFilter filter() {
    return filter;
  }

  Optional<Address> group() {
    return options.group();
  }

  /** Whether the message has every header that is selected. */
  boolean selects(Parcel parcel) {
    return options.selector().entrySet().stream()
        .allMatch(wanted -> parcel
            .message()
            .headers()
            .get(wanted.getKey())
            .filter(wanted.getValue()::equals)
            .isPresent());
  }

  void offer(Topic topic, Parcel parcel) {
    List<Arrival> opened = options.opener().open(parcel.message()).stream()
        .map(message -> new Arrival(topic, parcel.with(message)))
        .toList();
    inbox.offerAll(opened);
  }

  void countFiltered() {
    inbox.countFiltered();
  }

  private static void handle(Arrival arrival, MessageHandler handler) throws Exception {
    if (!arrival.parcel().isExpired()) {
      handler.onMessage(arrival.topic(), arrival.parcel().message());
    }
  }
}
