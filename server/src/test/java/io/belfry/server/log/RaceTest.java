package io.belfry.server.log;

import static io.belfry.server.log.TestLog.publication;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Published;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.tck.Aside;
import io.belfry.tck.Waiting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Readers, a publisher and retention at the same time: nothing is missing without a gap. */
class RaceTest extends OnEachDatabase {

  private static final int EVENTS = 6_000;
  private static final int TOPICS = 12;

  @Test
  void whoever_reads_while_events_go_is_told_of_each_that_is_missing() {
    IntStream.range(0, TOPICS).forEach(i -> test.create("t" + i));
    test.reopen(LogConfig.usual().keeping(new Retention(Optional.empty(), 300, 1L << 40)));
    CompletableFuture<Void> publishing = Aside.run(this::publish);
    CompletableFuture<Void> deleting = Aside.run(() -> {
      while (!publishing.isDone()) {
        test.log().housekeep(OptionalLong.empty());
      }
    });
    List<CompletableFuture<Void>> reading = List.of(
        Aside.run(() -> readLog("#", 50)),
        Aside.run(() -> readLog("*", 7)),
        Aside.run(() -> readLog("t3", 20)),
        Aside.run(() -> readTopic("t5")));
    Waiting.value(publishing);
    Waiting.value(deleting);
    reading.forEach(Waiting::value);
    test.log().housekeep(OptionalLong.empty());
    assertThat(test.all("#", 1_000)).hasSize(300);
  }

  private void publish() {
    List<CompletionStage<Published>> outcomes = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      // Of one topic there are few events.
      int topic = i % 1_000 == 0 ? 0 : 1 + i % (TOPICS - 1);
      outcomes.add(test.log().append(publication("t" + topic, "x" + i)));
      if (outcomes.size() == 40) {
        outcomes.forEach(Waiting::value);
        outcomes.clear();
      }
    }
    outcomes.forEach(Waiting::value);
  }

  private void readLog(String filter, int limit) {
    Map<Topic, Long> seen = new HashMap<>();
    for (long after = 0; after < EVENTS; ) {
      Replayed page = test.log()
          .replay(new Replay.OfLog(new TopicFilter(filter), test.log().epoch(), after, limit));
      page.gaps().forEach(gap -> seen.merge(gap.topic().orElseThrow(), gap.to(), Math::max));
      page.events().forEach(event -> follow(seen, event));
      after = page.through();
    }
  }

  private static void follow(Map<Topic, Long> seen, Event event) {
    long before = seen.getOrDefault(event.topic(), 0L);
    // A gap may tell of events too that were brought before.
    if (event.seq() > before + 1) {
      throw new AssertionError(event + " came after " + before);
    }
    seen.put(event.topic(), event.seq());
  }

  private void readTopic(String name) {
    Topic topic = new Topic(name);
    long next = 1;
    long last = EVENTS / TOPICS;
    while (next < last) {
      Replayed page = test.log().replay(new Replay.OfTopic(topic, next, Long.MAX_VALUE, 5));
      for (Gap gap : page.gaps()) {
        assertThat(gap.from()).isEqualTo(next);
        next = gap.to() + 1;
      }
      for (Event event : page.events()) {
        assertThat(event.seq()).isEqualTo(next);
        next++;
      }
      assertThat(page.through()).isEqualTo(next - 1);
    }
  }
}
