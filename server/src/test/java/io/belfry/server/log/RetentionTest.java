package io.belfry.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetentionTest extends OnEachDatabase {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final long ANY = Long.MAX_VALUE;

  @Test
  void by_age_old_events_go_and_the_last_of_each_topic_stays() {
    test.create("a", "b");
    test.publishMany("a", 3);
    test.publishMany("b", 3);
    test.clock().advance(HOUR);
    test.publishMany("b", 2);
    test.clock().advance(Duration.ofMillis(1));
    assertThat(housekeep(new Retention(Optional.of(HOUR), ANY, ANY), OptionalLong.empty()))
        .isEqualTo(5);
    assertThat(TestLog.seqs(test.all("#", 10)))
        .isEqualTo(Map.of("a", List.of(3L), "b", List.of(4L, 5L)));
    assertThat(test.log().first()).isEqualTo(3);
    assertThat(state("b").first()).isEqualTo(4);
    assertThat(housekeep(new Retention(Optional.of(HOUR), ANY, ANY), OptionalLong.empty()))
        .isZero();
  }

  @Test
  void by_count_the_oldest_go() {
    test.create("a", "b", "c");
    test.publish("c", "only");
    test.publishMany("a", 700);
    test.publishMany("b", 10);
    assertThat(housekeep(new Retention(Optional.empty(), 15, ANY), OptionalLong.of(1)))
        .isEqualTo(696);
    assertThat(TestLog.seqs(test.all("#", 100)).get("a")).containsExactly(697L, 698L, 699L, 700L);
    assertThat(test.all("#", 100)).hasSize(15);
  }

  @Test
  void by_bytes_the_oldest_go() {
    test.create("a", "b");
    IntStream.rangeClosed(1, 5).forEach(i -> test.publish("a", "x".repeat(100)));
    test.publish("b", "x".repeat(100));
    housekeep(new Retention(Optional.empty(), ANY, 350), OptionalLong.empty());
    assertThat(TestLog.seqs(test.all("#", 10)))
        .isEqualTo(Map.of("a", List.of(4L, 5L), "b", List.of(1L)));
  }

  @Test
  void what_every_cursor_has_passed_goes_earlier() {
    test.create("a", "b");
    test.publishMany("a", 6);
    test.clock().advance(Duration.ofMinutes(2));
    Retention retention =
        new Retention(Optional.of(HOUR), ANY, ANY, Optional.of(Duration.ofMinutes(1)));
    assertThat(housekeep(retention, OptionalLong.of(4))).isEqualTo(3);
    assertThat(TestLog.seqs(test.all("a", 10))).isEqualTo(Map.of("a", List.of(4L, 5L, 6L)));
    assertThat(housekeep(retention, OptionalLong.empty())).isEqualTo(2);
    assertThat(TestLog.seqs(test.all("a", 10))).isEqualTo(Map.of("a", List.of(6L)));
  }

  @Test
  void what_is_gone_is_told_as_a_gap_of_its_topic() {
    test.create("a", "b");
    test.publishMany("a", 5);
    test.publishMany("b", 3);
    housekeep(new Retention(Optional.empty(), 4, ANY), OptionalLong.empty());
    String epoch = test.log().epoch();
    assertThat(ofTopic("a", 1, 100).gaps())
        .containsExactly(Gap.expired(epoch, new Topic("a"), 1, 4));
    assertThat(ofTopic("a", 2, 3))
        .isEqualTo(new Replayed(
            epoch, List.of(), List.of(Gap.expired(epoch, new Topic("a"), 2, 3)), 3, 5));
    assertThat(ofTopic("a", 5, 100).gaps()).isEmpty();
    assertThat(ofLog("#", 0, 100).gaps()).containsExactly(Gap.expired(epoch, new Topic("a"), 1, 4));
    assertThat(ofLog("a", 2, 100).gaps()).containsExactly(Gap.expired(epoch, new Topic("a"), 0, 4));
    assertThat(ofLog("a", 4, 100).gaps()).isEmpty();
    assertThat(ofLog("b", 0, 100).gaps()).isEmpty();
  }

  @Test
  void gaps_beyond_a_page_are_told_on_the_next_ones_and_each_once() {
    List<String> names = IntStream.range(10, 35).mapToObj(i -> "t" + i).toList();
    names.forEach(test::create);
    for (int round = 1; round <= 3; round++) {
      names.forEach(name -> test.publish(name, "x"));
    }
    housekeep(new Retention(Optional.empty(), 25, ANY), OptionalLong.empty());
    List<Gap> gaps = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (long after = 0; after < 75; ) {
      Replayed page = ofLog("*", after, 10);
      assertThat(page.gaps().size()).isLessThanOrEqualTo(10);
      gaps.addAll(page.gaps());
      events.addAll(page.events());
      after = page.through();
    }
    assertThat(gaps)
        .extracting(gap -> gap.topic().orElseThrow().name())
        .containsExactlyElementsOf(names);
    assertThat(gaps).extracting(Gap::to).containsOnly(2L);
    assertThat(events).extracting(Event::seq).hasSize(25).containsOnly(3L);
  }

  @Test
  void an_event_that_was_the_last_goes_when_others_came() {
    test.create("quiet", "busy");
    test.publishMany("quiet", 1);
    test.publishMany("busy", 5);
    Retention retention = new Retention(Optional.empty(), 2, ANY);
    housekeep(retention, OptionalLong.empty());
    test.publishMany("quiet", 1);
    housekeep(retention, OptionalLong.empty());
    assertThat(TestLog.seqs(test.all("#", 10)))
        .isEqualTo(Map.of("quiet", List.of(2L), "busy", List.of(5L)));
    assertThat(state("quiet").first()).isEqualTo(2);
  }

  private long housekeep(Retention retention, OptionalLong neededFrom) {
    test.reopen(LogConfig.usual().keeping(retention));
    return test.log().housekeep(neededFrom);
  }

  private TopicState state(String topic) {
    return test.log().topics(Selection.of(new Topic(topic))).topics().get(0);
  }

  private Replayed ofTopic(String topic, long from, long to) {
    return test.log().replay(new Replay.OfTopic(new Topic(topic), from, to, 100));
  }

  private Replayed ofLog(String filter, long after, int limit) {
    return test.log()
        .replay(new Replay.OfLog(new TopicFilter(filter), test.log().epoch(), after, limit));
  }
}
