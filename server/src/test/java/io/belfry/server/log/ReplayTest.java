package io.belfry.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Event;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.tck.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReplayTest extends OnEachDatabase {

  private static final int K = 1 << 10;

  @Test
  void a_topic_is_replayed_by_seq() {
    test.create("a", "b");
    for (int i = 1; i <= 5; i++) {
      test.publish("a", "a" + i);
      test.publish("b", "b" + i);
    }
    Replayed page = ofTopic("a", 2, 4, 10);
    assertThat(TestLog.texts(page.events())).containsExactly("a2", "a3", "a4");
    assertThat(page.through()).isEqualTo(4);
    assertThat(page.head()).isEqualTo(5);
    assertThat(page.gaps()).isEmpty();
    assertThat(ofTopic("a", 2, Long.MAX_VALUE, 2).through()).isEqualTo(3);
    assertThat(ofTopic("a", 4, Long.MAX_VALUE, 10).through()).isEqualTo(5);
    assertThat(ofTopic("a", 6, 9, 10).events()).isEmpty();
    assertThatThrownBy(() -> ofTopic("c", 1, 1, 1))
        .extracting(failure -> ((ServiceException) failure).code())
        .isEqualTo(Code.UNKNOWN_TOPIC);
  }

  @Test
  void the_log_is_replayed_by_offset_with_a_filter() {
    test.create("a.x", "a.y", "b.x");
    for (int i = 1; i <= 4; i++) {
      test.publish("a.x", "ax" + i);
      test.publish("b.x", "bx" + i);
    }
    Replayed page = ofLog("a.*", 2, 2);
    assertThat(TestLog.texts(page.events())).containsExactly("ax2", "ax3");
    assertThat(page.through()).isEqualTo(5);
    assertThat(page.head()).isEqualTo(8);
    assertThat(ofLog("a.*", 5, 2).through()).isEqualTo(8);
    assertThat(ofLog("a.*", 7, 2))
        .isEqualTo(new Replayed(test.log().epoch(), List.of(), List.of(), 8, 8));
    assertThat(ofLog("a.y", 0, 2).through()).isEqualTo(8);
    assertThat(ofLog("nowhere", 0, 2).through()).isEqualTo(8);
    assertThat(TestLog.texts(ofLog("b.x", 3, 9).events())).containsExactly("bx2", "bx3", "bx4");
  }

  @Test
  void a_place_in_another_log_is_refused() {
    test.create("a");
    test.publish("a", "1");
    assertThat(ofLog("#", 1, 10).events()).isEmpty();
    assertStale(() -> ofLog("#", 2, 10));
    assertStale(() -> test.log().replay(new Replay.OfLog(new TopicFilter("#"), "other", 0, 10)));
  }

  @Test
  void a_page_is_bounded_by_bytes_and_goes_on_where_it_ended() {
    test.create("a", "b");
    for (int i = 0; i < 9; i++) {
      test.publish(i % 2 == 0 ? "a" : "b", i + "x".repeat(150 * K));
    }
    assertThat(ofLog("#", 0, 100).events()).hasSize(3);
    assertThat(ofLog("#", 0, 100).through()).isEqualTo(3);
    assertThat(ofTopic("a", 1, 100, 100).through()).isEqualTo(3);
    assertThat(test.all("#", 100)).extracting(Event::offset).hasSize(9).isSorted();
    assertThat(test.all("a", 100)).extracting(Event::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
    test.reopen(new LogConfig(
        256 * K, 1, 1, LogConfig.usual().keyWindow(), 10, 1 << 20, 10, 1, Retention.UNLIMITED));
    assertThat(ofLog("#", 0, 100).events()).hasSize(1);
    assertThat(test.all("#", 100)).hasSize(9);
  }

  @Test
  void few_topics_among_many_events_are_found_wherever_one_begins() {
    test.create("busy", "rare.a", "rare.b");
    for (int round = 0; round < 10; round++) {
      test.publish("rare.a", "a" + round);
      test.publishMany("busy", 20);
      test.publish("rare.b", "b" + round);
    }
    List<Event> all = test.all("#", 100);
    for (long after = 0; after <= 220; after++) {
      long from = after;
      assertThat(ofLog("rare.*", after, 1_000).events())
          .isEqualTo(all.stream()
              .filter(event -> event.offset() > from && !event.topic().name().equals("busy"))
              .toList());
    }
  }

  @Test
  void a_page_looks_at_so_many_events_and_moves_on_all_the_same() {
    IntStream.range(0, 40).forEach(i -> test.create("rare." + i, "busy." + i));
    IntStream.range(0, 40).forEach(i -> test.publish("rare." + i, "first"));
    List<CompletionStage<?>> last = new ArrayList<>();
    for (int i = 0; i < 11_000; i++) {
      last.add(test.log().append(TestLog.publication("busy." + i % 40, "x")));
      if (i % 5_000 == 4_999 || i == 10_999) {
        last.forEach(Waiting::value);
      }
    }
    IntStream.range(0, 40).forEach(i -> test.publish("rare." + i, "last"));
    Replayed page = ofLog("rare.*", 40, 1_000);
    assertThat(page.events()).isEmpty();
    assertThat(page.through()).isEqualTo(10_040);
    Replayed next = ofLog("rare.*", page.through(), 1_000);
    assertThat(next.events()).hasSize(40);
    assertThat(next.through()).isEqualTo(next.head()).isEqualTo(11_080);
    assertThat(test.all("#", 1_000))
        .extracting(Event::offset)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 11_080).boxed().toList());
  }

  private Replayed ofTopic(String topic, long from, long to, int limit) {
    return test.log().replay(new Replay.OfTopic(new Topic(topic), from, to, limit));
  }

  private Replayed ofLog(String filter, long after, int limit) {
    return test.log()
        .replay(new Replay.OfLog(new TopicFilter(filter), test.log().epoch(), after, limit));
  }

  private static void assertStale(ThrowingCallable query) {
    assertThatThrownBy(query)
        .extracting(failure -> ((ServiceException) failure).code())
        .isEqualTo(Code.STALE_CURSOR);
  }
}
