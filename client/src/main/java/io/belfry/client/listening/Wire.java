package io.belfry.client.listening;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Event;
import io.belfry.service.protocol.Beacon;
import io.belfry.service.protocol.BeaconCodec;
import io.belfry.service.protocol.EventCodec;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Events and beacons from a transport. What else comes is let go. */
final class Wire implements AutoCloseable {

  private static final TopicFilter BEACONS = TopicFilter.exactly(Beacon.TOPIC);

  private final Consumer<Event> onEvent;
  private final Consumer<Beacon> onBeacon;
  private final List<Subscription> subscriptions = new ArrayList<>();

  private Wire(Consumer<Event> onEvent, Consumer<Beacon> onBeacon) {
    this.onEvent = onEvent;
    this.onBeacon = onBeacon;
  }

  /**
   * Subscribes to the topics and to the beacons. If the topics include the beacons, once is enough.
   *
   * @throws io.belfry.transport.TransportException if the transport is closed
   */
  static Wire open(
      Transport transport, TopicFilter filter, Consumer<Event> onEvent, Consumer<Beacon> onBeacon) {
    Wire wire = new Wire(onEvent, onBeacon);
    wire.subscriptions.add(transport.subscribe(filter, wire::take));
    if (!filter.matches(Beacon.TOPIC)) {
      wire.subscriptions.add(transport.subscribe(BEACONS, wire::take));
    }
    return wire;
  }

  /** When everything that is published comes here, unless it is lost on the way. */
  CompletionStage<Void> ready() {
    return CompletableFuture.allOf(subscriptions.stream()
        .map(subscription -> subscription.ready().toCompletableFuture())
        .toArray(CompletableFuture<?>[]::new));
  }

  @Override
  public void close() {
    subscriptions.forEach(Subscription::close);
  }

  private void take(Topic topic, Message message) {
    if (topic.equals(Beacon.TOPIC)) {
      BeaconCodec.decode(message).ifPresent(onBeacon);
    } else {
      EventCodec.decode(topic, message).ifPresent(onEvent);
    }
  }
}
