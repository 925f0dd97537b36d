package io.belfry.tck;

import static io.belfry.transport.SubscribeOptions.DEFAULTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.message.Message;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Capability;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Capabilities of messages and subscriptions: what is declared holds, what is not is refused. */
abstract class CapabilityRules extends Rules {

  private static final Duration SHORT = Duration.ofMillis(50);

  CapabilityRules(TransportContract contract) {
    super(contract);
  }

  @Test
  void ca01_a_transport_can_do_no_more_than_its_provider_declares() {
    Capabilities declared = scene().bed().provider().capabilities();
    for (Transport transport : List.of(hub(), spoke())) {
      Capabilities actual = transport.capabilities();
      assertThat(declared.features()).containsAll(actual.features());
      assertThat(actual.publishLevel()).isLessThanOrEqualTo(declared.publishLevel());
      assertThat(actual.pushLevel()).isLessThanOrEqualTo(declared.pushLevel());
      assertThat(actual.maxPayload()).isLessThanOrEqualTo(declared.maxPayload());
    }
  }

  @Test
  void ca06_what_has_expired_is_not_delivered_or_an_expiry_is_refused() {
    if (!capabilities().has(Capability.EXPIRY)) {
      assertRefused(Message.of("short-lived").withExpiry(SHORT));
      return;
    }
    Gate gate = scene().gate();
    Collector subscriber = collectorThat(message -> gate.pass());
    subscribe(spoke(), "news", subscriber);
    Collector worker = collectorThat(message -> gate.pass());
    pull(spoke(), "work", worker);
    sendBoth(Message.of("at work"));
    gate.awaitHeld(2);

    sendBoth(Message.of("expired").withExpiry(SHORT));
    sendBoth(Message.of("still good").withExpiry(Duration.ofHours(1)));
    sendBoth(Message.of("without expiry"));
    patience().pass(SHORT.multipliedBy(2));
    gate.open();

    List<String> good = List.of("at work", "still good", "without expiry");
    subscriber.expectExactly(good);
    worker.expectExactly(good);
  }

  @Test
  void ca08_a_selector_lets_only_what_is_selected_come_or_is_refused() {
    SubscribeOptions options = DEFAULTS.where(Map.of("kind", "it's 天", "size", "2"));
    if (!capabilities().has(Capability.SELECTORS)) {
      assertSubscriptionRefused(options);
      return;
    }
    Collector subscriber = collector();
    subscribe(spoke(), "news", options, subscriber);
    Message wanted = Message.of("wanted").with("kind", "it's 天").with("size", "2");

    for (Message message : List.of(
        Message.of("without headers"),
        Message.of("half of it").with("size", "2"),
        wanted.with("kind", "it's another"),
        wanted.with("size", "2.0"),
        wanted,
        wanted.with("more", "is no harm"))) {
      patience().await(hub().publish(topic("news"), message));
    }

    subscriber.expectExactly(List.of("wanted", "wanted"));
  }

  @Test
  void ca09_a_group_shares_messages_or_is_refused() {
    SubscribeOptions red = DEFAULTS.inGroup(address("red"));
    if (!capabilities().has(Capability.SHARED_SUBSCRIPTIONS)) {
      assertSubscriptionRefused(red);
      return;
    }
    Collector reds = collector();
    Collector blues = collector();
    List<Transport> places = List.of(hub(), spoke(), newSpoke());
    places.forEach(at -> subscribe(at, "news", red, reds));
    places.forEach(at -> subscribe(at, "news", DEFAULTS.inGroup(address("blue")), blues));
    Collector outside = subscribed(spoke(), "news");
    List<String> texts = numbered("n", 300);

    publish(hub(), "news", texts);

    reds.expectInAnyOrder(texts);
    blues.expectInAnyOrder(texts);
    outside.expectExactly(texts);
  }

  @Test
  void ca10_the_wire_brings_nothing_in_excess_or_it_is_counted_as_filtered() {
    Collector subscriber = collector();
    Subscription subscription = subscribe(spoke(), "*.wanted", subscriber);

    for (int i = 0; i < 20; i++) {
      publish(hub(), "level" + i + ".other", "excess");
    }
    publish(hub(), "level.wanted", "wanted");

    subscriber.expectExactly(List.of("wanted"));
    if (capabilities().has(Capability.NATIVE_WILDCARDS)) {
      assertThat(subscription.counters().filtered()).isZero();
    } else {
      patience().until("the excess is counted", () -> subscription.counters().filtered() > 0);
    }
  }

  private void sendBoth(Message message) {
    patience().await(hub().publish(topic("news"), message));
    patience().await(hub().push(address("work"), message));
  }

  private void assertRefused(Message message) {
    EveryPattern patterns = new EveryPattern(this, topic("wish"), filter("wish"), address("wish"));
    patterns
        .failures(spoke(), message)
        .forEach((pattern, c) -> assertThat(c).as(pattern).isEqualTo(Category.REFUSED));
    patterns.carry(Message.of("without the wish"));
  }

  private void assertSubscriptionRefused(SubscribeOptions options) {
    TransportException refusal = catchThrowableOfType(
        TransportException.class, () -> spoke().subscribe(filter("news"), options, collector()));
    assertThat(refusal).as("refusal of " + options).isNotNull();
    assertThat(refusal.category()).isEqualTo(Category.REFUSED);
  }
}
