package io.belfry.tck;

import static io.belfry.transport.SubscribeOptions.DEFAULTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.transport.Counters;
import io.belfry.transport.Overflow;
import io.belfry.transport.Subscription;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Publish and subscribe: what handlers may do, and what they can't do to others. */
abstract class SubscriberRules extends Rules {

  private static final int BOUND = 10;

  SubscriberRules(TransportContract contract) {
    super(contract);
  }

  @Test
  void ps08_a_handler_that_does_not_return_delays_no_other_subscription() {
    Gate gate = scene().gate();
    Collector sameTransport = subscribed(spoke(), "a");
    subscribe(spoke(), "a", collectorThat(message -> gate.pass()));
    Collector elsewhere = subscribed(newSpoke(), "a");
    List<String> texts = numbered("n", 500);

    publish(hub(), "a", texts.subList(0, 1));
    gate.awaitHeld(1);
    publish(hub(), "a", texts.subList(1, texts.size()));

    sameTransport.expectExactly(texts);
    elsewhere.expectExactly(texts);
  }

  @Test
  void ps09_at_the_bound_the_oldest_is_dropped_and_counted() {
    List<String> kept = numbered("n", 100).subList(90, 100);

    overflow(Overflow.DROP_OLDEST, kept);
  }

  @Test
  void ps09_at_the_bound_the_newest_is_dropped_and_counted() {
    List<String> kept = numbered("n", 100).subList(0, BOUND);

    overflow(Overflow.DROP_NEWEST, kept);
  }

  @Test
  void ps10_a_handler_that_throws_is_counted_and_gets_the_next_message() {
    Collector subscriber = collectorThat(SubscriberRules::failUnlessLast);
    Subscription subscription = subscribe(spoke(), "a", subscriber);

    publish(hub(), "a", "unchecked", "checked", "last");

    subscriber.expectExactly(List.of("unchecked", "checked", "last"));
    patience().until("two failures are counted", () -> subscription.counters().failed() == 2);
    assertThat(subscription.counters().received()).isEqualTo(3);
  }

  @Test
  void ps11_after_close_the_handler_is_not_called_and_others_go_on() {
    Collector leaving = collector();
    Subscription subscription = subscribe(spoke(), "a", leaving);
    Collector staying = subscribed(spoke(), "a");

    List<String> before = numbered("before", 1_000);
    CompletableFuture<Void> publishing =
        CompletableFuture.runAsync(() -> publish(hub(), "a", before), scene().threads());
    leaving.awaitSize(10);
    subscription.close();
    int received = leaving.size();
    patience().await(publishing);
    publish(hub(), "a", "after");

    staying.expectExactly(Stream.concat(before.stream(), Stream.of("after")).toList());
    assertThat(leaving.size()).isEqualTo(received);
  }

  @Test
  void ps12_a_handler_can_publish_ask_and_wait_and_close_its_own_subscription() {
    serve(spoke(), "echo", CompletableFuture::completedStage);
    Collector answers = subscribed(spoke(), "answers");
    CompletableFuture<Subscription> own = new CompletableFuture<>();
    Collector busy = collectorThat(message -> {
      publish(spoke(), "answers", ask(spoke(), "echo", message.payload().text()));
      patience().await(own).close();
    });
    own.complete(subscribe(spoke(), "questions", busy));

    publish(hub(), "questions", "one");
    answers.awaitText("one");
    patience().await(own).close();
    publish(hub(), "questions", "two");

    answers.expectExactly(List.of("one"));
    busy.expectExactly(List.of("one"));
  }

  @Test
  void ps16_what_is_made_of_a_message_takes_its_place() {
    Collector subscriber = collector();
    Subscription subscription =
        subscribe(spoke(), "a", DEFAULTS.opening(SubscriberRules::words), subscriber);

    publish(hub(), "a", "one", "two three", "four", "", "five six seven");

    subscriber.expectExactly(List.of("one", "two", "three", "four", "five", "six", "seven"));
    assertThat(subscription.counters().received()).isEqualTo(7);
  }

  @Test
  void ps16_each_that_is_made_of_a_message_counts_at_the_bound() {
    Gate gate = scene().gate();
    Collector subscriber = collectorThat(message -> gate.pass());
    Subscription subscription = subscribe(
        spoke(),
        "a",
        DEFAULTS.withQueue(BOUND, Overflow.DROP_OLDEST).opening(SubscriberRules::words),
        subscriber);
    publish(hub(), "a", "first");
    gate.awaitHeld(1);

    publish(hub(), "a", String.join(" ", numbered("n", 30)));
    patience().until("20 are dropped", () -> subscription.counters().dropped() == 20);
    gate.open();

    subscriber.expectExactly(
        Stream.concat(Stream.of("first"), numbered("n", 30).subList(20, 30).stream())
            .toList());
  }

  private static List<Message> words(Message message) {
    String text = message.payload().text();
    return text.isEmpty()
        ? List.of()
        : Stream.of(text.split(" ")).map(Message::of).toList();
  }

  /** Fills a queue behind a handler that is at work, and checks what is left of 100 messages. */
  private void overflow(Overflow overflow, List<String> kept) {
    Gate gate = scene().gate();
    Collector subscriber = collectorThat(message -> gate.pass());
    Subscription subscription =
        subscribe(spoke(), "a", DEFAULTS.withQueue(BOUND, overflow), subscriber);
    publish(hub(), "a", "at work");
    gate.awaitHeld(1);

    publish(hub(), "a", numbered("n", 100));
    patience().until("90 are dropped", () -> subscription.counters().dropped() == 90);
    gate.open();

    subscriber.expectExactly(Stream.concat(Stream.of("at work"), kept.stream()).toList());
    Counters counters = subscription.counters();
    assertThat(counters.received() + counters.dropped()).isEqualTo(101);
  }

  private static void failUnlessLast(Message message) throws IOException {
    switch (message.payload().text()) {
      case "unchecked" -> throw new IllegalStateException("as the test wants it");
      case "checked" -> throw new IOException("as the test wants it");
      default -> assertThat(message.payload().text()).isEqualTo("last");
    }
  }
}
