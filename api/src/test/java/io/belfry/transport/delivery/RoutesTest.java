package io.belfry.transport.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.trials.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoutesTest {

  private static final List<Topic> TOPICS = List.of(
      new Topic("a"),
      new Topic("b"),
      new Topic("a.a"),
      new Topic("a.b"),
      new Topic("b.a"),
      new Topic("a.b.a"));

  private record Receiver(TopicFilter filter) {
    static Receiver random(SplittableRandom random) {
      String filter = Trials.oneOf(
          random, "a", "b", "*", "#", "a.*", "*.b", "a.#", "b.#", "*.*", "a.b.a", "*.a.#");
      return new Receiver(new TopicFilter(filter));
    }
  }

  @Test
  void a_topic_finds_those_who_want_it_in_the_order_in_which_they_came() {
    Trials.run(500, random -> {
      Routes<Receiver> routes = new Routes<>();
      List<Receiver> present = new ArrayList<>();
      for (int step = 0; step < 30; step++) {
        change(random, routes, present);
        requireSame(routes, present);
      }
    });
  }

  @Test
  void receivers_are_told_apart_by_identity() {
    Routes<Receiver> routes = new Routes<>();
    Receiver one = new Receiver(new TopicFilter("a"));
    Receiver equal = new Receiver(new TopicFilter("a"));
    routes.add(one.filter(), one);
    routes.add(equal.filter(), equal);
    routes.remove(one);
    assertThat(routes.to(new Topic("a"))).hasSize(1).allMatch(receiver -> receiver == equal);
  }

  @Test
  void a_receiver_goes_with_all_its_filters() {
    Routes<String> routes = new Routes<>();
    routes.add(new TopicFilter("a"), "both");
    routes.add(new TopicFilter("b"), "both");
    routes.remove("both");
    assertThat(routes.all()).isEmpty();
    assertThat(routes.to(new Topic("a"))).isEmpty();
  }

  @Test
  void more_topics_than_are_remembered_find_the_right_receivers() {
    Routes<String> routes = new Routes<>();
    routes.add(new TopicFilter("#"), "all");
    routes.add(new TopicFilter("t.7"), "seven");
    IntStream.range(0, 25_000)
        .forEach(i -> assertThat(routes.to(new Topic("t." + i)).size()).isEqualTo(i == 7 ? 2 : 1));
    assertThat(routes.to(new Topic("t.7"))).containsExactly("all", "seven");
  }

  @Test
  void who_stays_is_found_while_others_come_and_go() throws Exception {
    Routes<Receiver> routes = new Routes<>();
    Receiver staying = new Receiver(new TopicFilter("a.#"));
    routes.add(staying.filter(), staying);
    AtomicBoolean ended = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Future<?> reading = threads.submit(() -> {
        while (!ended.get()) {
          TOPICS.forEach(topic -> assertThat(routes.to(topic))
              .allMatch(receiver -> receiver.filter().matches(topic))
              .satisfies(found ->
                  assertThat(found.contains(staying)).isEqualTo(staying.filter().matches(topic))));
        }
      });
      Future<?> one = threads.submit(() -> comeAndGo(routes));
      Future<?> other = threads.submit(() -> comeAndGo(routes));
      one.get();
      other.get();
      ended.set(true);
      reading.get();
    } finally {
      threads.shutdownNow();
    }
    requireSame(routes, List.of(staying));
  }

  private static void comeAndGo(Routes<Receiver> routes) {
    Trials.run(200, random -> {
      List<Receiver> present = new ArrayList<>();
      IntStream.range(0, 20).forEach(i -> change(random, routes, present));
      present.forEach(routes::remove);
    });
  }

  private static void change(
      SplittableRandom random, Routes<Receiver> routes, List<Receiver> present) {
    if (!present.isEmpty() && random.nextInt(3) == 0) {
      routes.remove(present.remove(random.nextInt(present.size())));
    } else {
      Receiver receiver = Receiver.random(random);
      present.add(receiver);
      routes.add(receiver.filter(), receiver);
    }
  }

  private static void requireSame(Routes<Receiver> routes, List<Receiver> present) {
    assertThat(routes.all()).isEqualTo(present);
    for (Topic topic : TOPICS) {
      assertThat(routes.to(topic))
          .isEqualTo(present.stream()
              .filter(receiver -> receiver.filter().matches(topic))
              .toList());
    }
  }
}
