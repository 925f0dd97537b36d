package io.belfry.transport.mqtt;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * Finds out the {@link Habit} of a broker, for which MQTT has no question. A connection made for
 * this alone and a lane of the transport share a filter. When the first has got a message, it does
 * not acknowledge it, and unsubscribes. Then another message is sent, which only the lane can get.
 * Where the first message comes to the lane before it, the broker has returned it. So nothing
 * depends on time.
 */
final class Trial {

  private static final String GROUP = "belfry";

  /** A broker deals in turn or by room, so one of the first few goes to the new connection. */
  private static final int TRIES = 20;

  private static final String LAST = "last";

  private enum Place {
    NEW,
    LANE
  }

  private record Arrival(Place place, String text) {}

  private final MqttConfig config;
  private final String name;
  private final Lanes lanes;
  private final Outlet outlet;
  private final Duration patience;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

  Trial(MqttConfig config, Lanes lanes, Outlet outlet) {
    this.config = config;
    this.name = new Names(config.prefix()).internal("trial", config.clientId());
    this.lanes = lanes;
    this.outlet = outlet;
    this.patience = config.connectTimeout();
  }

  /** Runs it. Blocks, for a bounded time. */
  Habit run(Executor later) {
    BrokerLink link = BrokerLink.connect(
        config,
        new Manner(config.clientId() + "-trial", 1, true),
        later,
        (from, topic, message) -> note(Place.NEW, message),
        why -> {});
    try {
      return run(link);
    } finally {
      link.close(Failures.closed("The trial"));
    }
  }

  private Habit run(BrokerLink link) {
    Berth berth = lanes.enter(
        BrokerFilter.shared(GROUP, name),
        1,
        lane -> lane.add(name, (from, message) -> note(Place.LANE, message)));
    try {
      Outcomes.require(berth.ready(), patience);
      return observe(link);
    } finally {
      var unused = lanes.leave(berth);
      berth.lane().remove(name);
    }
  }

  private Habit observe(BrokerLink link) {
    String shared = Names.shared(GROUP, name);
    Outcomes.require(link.subscribe(shared, 1), patience);
    sendUntilOneIsHeld();
    Outcomes.require(link.unsubscribe(shared), patience);
    send(LAST);
    return next().text().equals(LAST) ? Habit.KEEPS : Habit.RETURNS;
  }

  private void sendUntilOneIsHeld() {
    for (int i = 0; i < TRIES; i++) {
      send(Integer.toString(i));
      if (next().place() == Place.NEW) {
        return;
      }
    }
    throw new TransportException(
        Category.REFUSED,
        "The broker gives a new member of a group nothing; does it have shared subscriptions?");
  }

  private void note(Place place, MqttMessage message) {
    arrivals.add(new Arrival(place, new String(message.getPayload(), StandardCharsets.US_ASCII)));
  }

  private void send(String text) {
    MqttMessage message = new MqttMessage(text.getBytes(StandardCharsets.US_ASCII));
    message.setQos(1);
    outlet.send(name, message, Receipt.NONE);
  }

  private Arrival next() {
    try {
      Arrival next = arrivals.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (next != null) {
        return next;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new TransportException(
        Category.UNREACHABLE, "The broker did not bring in time what is shared among workers.");
  }
}
