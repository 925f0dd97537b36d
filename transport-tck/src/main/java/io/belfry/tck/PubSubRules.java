package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Publish and subscribe: what arrives, and what does not. */
abstract class PubSubRules extends Rules {

  PubSubRules(TransportContract contract) {
    super(contract);
  }

  @Test
  void ps01_every_ready_subscription_that_matches_gets_a_copy() {
    List<Transport> places = List.of(hub(), spoke(), newSpoke());
    List<Collector> subscribers =
        places.stream().map(at -> subscribed(at, "weather")).toList();

    publish(hub(), "weather", "from the hub");
    publish(spoke(), "weather", "from a spoke");

    List<String> all = List.of("from the hub", "from a spoke");
    subscribers.forEach(subscriber -> subscriber.expectInAnyOrder(all));
  }

  @Test
  void ps02_a_subscription_gets_no_topic_that_its_filter_does_not_match() {
    Collector subscriber = subscribed(spoke(), "weather.rain");
    subscribe(spoke(), "other", collector());

    publish(hub(), "weather", "parent");
    publish(hub(), "weather.rain.today", "child");
    publish(hub(), "weather.sun", "sibling");
    publish(hub(), "weather.rainbow", "begins alike");
    publish(hub(), "weather.rai", "is the beginning");
    publish(hub(), "Weather.Rain", "differs by case");
    publish(hub(), "other", "of another subscription");
    publish(hub(), "weather.rain", "wanted");

    subscriber.expectExactly(List.of("wanted"));
  }

  @Test
  void ps03_a_star_matches_exactly_one_level() {
    Collector first = subscribed(spoke(), "*.b.c");
    Collector middle = subscribed(spoke(), "a.*.c");
    Collector last = subscribed(spoke(), "a.b.*");
    Collector several = subscribed(spoke(), "a.*.*");

    for (String topic :
        List.of("a", "a.b", "a.c", "a.b.x.c", "a.b.c.d", "x.b.c", "a.x.c", "a.b.x")) {
      publish(hub(), topic, topic);
    }
    publish(hub(), "a.b.c", "all");

    first.expectInAnyOrder(List.of("x.b.c", "all"));
    middle.expectInAnyOrder(List.of("a.x.c", "all"));
    last.expectInAnyOrder(List.of("a.b.x", "all"));
    several.expectInAnyOrder(List.of("a.x.c", "a.b.x", "all"));
  }

  @Test
  void ps04_a_hash_matches_the_rest_none_included() {
    Collector rest = subscribed(spoke(), "a.#");
    Collector afterStar = subscribed(spoke(), "*.b.#");
    Collector everything = collector();
    ready(spoke().subscribe(new TopicFilter("#"), everything));

    List<String> topics = List.of("a", "ab", "b.a", "a.b", "x.b", "a.b.c.d");
    topics.forEach(topic -> publish(hub(), topic, topic));

    rest.expectInAnyOrder(List.of("a", "a.b", "a.b.c.d"));
    afterStar.expectInAnyOrder(List.of("a.b", "x.b", "a.b.c.d"));
    topics.forEach(everything::awaitText);
  }

  @Test
  void ps05_overlapping_filters_do_not_multiply() {
    List<String> filters = List.of("a.b", "a.b", "a.*", "*.b", "a.#", "#");
    List<Collector> subscribers =
        filters.stream().map(f -> subscribed(spoke(), f)).toList();
    List<String> texts = numbered("n", 50);

    publish(hub(), "a.b", texts);

    subscribers.forEach(subscriber -> subscriber.expectExactly(texts));
  }

  @Test
  void ps06_what_one_thread_publishes_on_one_topic_arrives_in_order_and_complete() {
    Collector atHub = subscribed(hub(), "a.*");
    Collector elsewhere = subscribed(newSpoke(), "a.b");
    List<String> texts = numbered("n", 5_000);

    publish(spoke(), "a.b", texts);

    atHub.expectExactly(texts);
    elsewhere.expectExactly(texts);
  }

  @Test
  void ps06_what_several_threads_publish_one_after_another_arrives_in_that_order() {
    Transport publisher = spoke();
    Collector subscriber = subscribed(newSpoke(), "a");
    List<String> texts = numbered("n", 1_000);
    List<CompletionStage<Void>> published = new ArrayList<>();

    for (String text : texts) {
      Runnable publishing = () -> published.add(publisher.publish(topic("a"), Message.of(text)));
      if (published.size() % 2 == 0) {
        publishing.run();
      } else {
        patience().await(CompletableFuture.runAsync(publishing, scene().threads()));
      }
    }

    published.forEach(patience()::await);
    subscriber.expectExactly(texts);
  }

  @Test
  void ps07_not_even_the_first_message_after_ready_is_missed() {
    List<Transport> publishers = List.of(hub(), spoke(), newSpoke());
    for (int i = 0; i < 100; i++) {
      Collector subscriber = subscribed(spoke(), "first." + i);
      publish(publishers.get(i % publishers.size()), "first." + i, "first");
      subscriber.awaitText("first");
    }
  }

  @Test
  void ps13_several_threads_publish_at_once_each_in_its_own_order() {
    Collector subscriber = subscribed(newSpoke(), "a");
    List<String> names = List.of("w", "x", "y", "z");
    spoke();

    awaitAll(names.stream().map(name -> publishing(name, 500)).toList());

    subscriber.awaitSize(2_000);
    for (String name : names) {
      List<String> own =
          subscriber.texts().stream().filter(t -> t.startsWith(name)).toList();
      assertThat(own).isEqualTo(numbered(name, 500));
    }
  }

  @Test
  void ps14_publishing_where_nobody_subscribes_succeeds() {
    CompletionStage<Void> published = spoke().publish(topic("nobody"), Message.of("hello"));

    patience().await(published);
  }

  private CompletableFuture<Void> publishing(String name, int count) {
    return CompletableFuture.runAsync(
        () -> publish(spoke(), "a", numbered(name, count)), scene().threads());
  }
}
