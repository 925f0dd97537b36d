package io.belfry.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of many filters want a topic: the same as if each were asked. */
class FilterIndexTest {

  private static final String[] NAMES = {"a", "b", "ab", "c", "d", "e", "f", "g", "h", "i", "j"};

  private final FilterIndex<Integer> index = new FilterIndex<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void it_finds_what_the_filters_themselves_say(long seed) {
    Random random = new Random(seed);
    Set<Entry> model = new HashSet<>();
    for (int step = 0; step < 3_000; step++) {
      change(random, model);
      if (step % 10 == 0) {
        requireSame(model, topic(random));
      }
    }
    model.forEach(
        entry -> assertThat(index.remove(entry.filter(), entry.owner())).isTrue());
    assertThat(index.size()).isZero();
    assertThat(index.isBare()).isTrue();
  }

  private void change(Random random, Set<Entry> model) {
    Entry entry = new Entry(filter(random), random.nextInt(4));
    if (random.nextInt(3) > 0) {
      assertThat(index.add(entry.filter(), entry.owner())).isEqualTo(model.add(entry));
    } else {
      assertThat(index.remove(entry.filter(), entry.owner())).isEqualTo(model.remove(entry));
    }
    assertThat(index.size()).isEqualTo(model.size());
  }

  private void requireSame(Set<Entry> model, Topic topic) {
    List<Integer> expected = model.stream()
        .filter(entry -> entry.filter().matches(topic))
        .map(Entry::owner)
        .toList();
    assertThat(index.match(topic)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(index.count(topic)).isEqualTo(expected.size());
  }

  @Test
  void names_of_one_hash_code_cost_no_more() {
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < 1 << 14; i++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < 14; bit++) {
        name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      topics.add(new Topic(name.toString()));
      index.add(TopicFilter.exactly(topics.get(i)), i);
    }
    for (int i = 0; i < topics.size(); i++) {
      assertThat(index.count(topics.get(i))).isEqualTo(1);
    }
  }

  @Test
  void readers_see_what_stays_while_a_writer_changes_the_rest() throws Exception {
    index.add(new TopicFilter("a.*.c"), -1);
    index.add(new TopicFilter("#"), -2);
    AtomicBoolean isOver = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> reads =
          List.of(readers.submit(() -> readUntil(isOver)), readers.submit(() -> readUntil(isOver)));
      Random random = new Random(7);
      for (int i = 0; i < 50_000; i++) {
        TopicFilter filter = filter(random);
        index.add(filter, i);
        index.remove(filter, i);
      }
      isOver.set(true);
      for (Future<Integer> read : reads) {
        assertThat(read.get()).isPositive();
      }
    } finally {
      isOver.set(true);
      readers.shutdownNow();
    }
  }

  private int readUntil(AtomicBoolean isOver) {
    int reads = 0;
    Topic topic = new Topic("a.b.c");
    do {
      assertThat(index.match(topic)).contains(-1, -2);
      reads++;
    } while (!isOver.get());
    return reads;
  }

  @Test
  void a_million_filters_fit_into_a_few_hundred_megabytes() {
    // The JVM of tests has 1 GiB: what holds each filter at 1 kB would not end.
    for (int i = 0; i < 1_000_000; i++) {
      index.add(new TopicFilter("customer." + i % 100_000 + ".orders." + i / 100_000), i);
    }
    assertThat(index.size()).isEqualTo(1_000_000);
    assertThat(index.match(new Topic("customer.4711.orders.7"))).containsExactly(704_711);
    System.gc();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    assertThat(used).isLessThan(400L << 20);
    assertThat(index.size()).isEqualTo(1_000_000);
  }

  private static TopicFilter filter(Random random) {
    StringBuilder pattern = new StringBuilder();
    int levels = 1 + random.nextInt(4);
    for (int i = 0; i < levels; i++) {
      pattern.append(i == 0 ? "" : ".");
      switch (random.nextInt(i == levels - 1 ? 6 : 5)) {
        case 0, 1 -> pattern.append('*');
        case 5 -> pattern.append('#');
        default -> pattern.append(NAMES[random.nextInt(NAMES.length)]);
      }
    }
    return new TopicFilter(pattern.toString());
  }

  private static Topic topic(Random random) {
    StringBuilder name = new StringBuilder(NAMES[random.nextInt(NAMES.length)]);
    for (int i = random.nextInt(4); i > 0; i--) {
      name.append('.').append(NAMES[random.nextInt(NAMES.length)]);
    }
    return new Topic(name.toString());
  }

  private record Entry(TopicFilter filter, int owner) {}
}
