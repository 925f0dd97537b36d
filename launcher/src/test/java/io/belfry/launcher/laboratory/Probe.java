package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Wires;
import io.belfry.compare.venue.Wiring;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Waiting;
import io.belfry.transport.Side;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody who publishes and somebody who subscribes, each with a connection. */
final class Probe implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Topic TOPIC = new Topic("probe.bell");

  private final Transport subscriber;
  private final Transport publisher;
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private int number;

  /** Both are spokes, unless one has to be the hub. */
  Probe(Wires wires, Wiring forPublisher, Wiring forSubscriber) {
    publisher = wires.open(forPublisher, forPublisher.isDirect() ? Side.HUB : Side.SPOKE);
    subscriber = wires.open(forSubscriber, Side.SPOKE);
    Subscription subscription = subscriber.subscribe(
        new TopicFilter("probe.#"),
        (topic, message) -> heard.add(message.payload().text()));
    Waiting.value(subscription.ready());
  }

  Probe(Wires wires, Wiring wiring) {
    this(wires, wiring, wiring);
  }

  /** Waits until what is published is heard; what is lost is published again. */
  void awaitPassage() {
    String round = "round " + ++number;
    Waiting.within(PATIENCE, "something came through", () -> {
      tryToPublish(round);
      return heard.contains(round);
    });
  }

  /** Whether nothing comes through, however often it is tried. */
  boolean isCutOff() {
    String round = "round " + ++number;
    return Waiting.stays(Duration.ofMillis(500), () -> {
      tryToPublish(round);
      return !heard.contains(round);
    });
  }

  private void tryToPublish(String text) {
    try {
      publisher.publish(TOPIC, Message.of(text));
    } catch (RuntimeException e) {
      // Nobody is there now.
    }
  }

  @Override
  public void close() {
    subscriber.close();
    publisher.close();
  }
}
