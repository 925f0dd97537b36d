package io.belfry.server.log;

import static io.belfry.server.log.TestLog.publication;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.service.Content;
import io.belfry.service.Event;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.ServiceException.Code;
import io.belfry.tck.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AppendTest extends OnEachDatabase {

  @Test
  void events_are_numbered_in_the_log_and_in_their_topic() {
    test.create("a", "b");
    List<Published> published =
        List.of(test.publish("a", "1"), test.publish("b", "2"), test.publish("a", "3"));
    assertThat(published).extracting(Published::offset).containsExactly(1L, 2L, 3L);
    assertThat(published).extracting(Published::seq).containsExactly(1L, 1L, 2L);
    assertThat(published).extracting(Published::epoch).containsOnly(test.log().epoch());
    assertThat(published).extracting(Published::at).containsOnly(test.clock().instant());
    assertThat(published).extracting(Published::isRepeat).containsOnly(false);
    assertThat(test.log().head()).isEqualTo(3);
  }

  @Test
  void what_was_acknowledged_is_there_after_opening_anew() {
    test.create("a");
    String epoch = test.log().epoch();
    byte[] bytes = {0, -1, 'x', '\n', 127, -128};
    Content content = new Content("application/octet-stream", Payload.copyOf(bytes));
    Waiting.value(test.log().append(new Publication(new Topic("a"), content, Optional.empty())));
    test.reopen(LogConfig.usual());
    assertThat(test.log().epoch()).isEqualTo(epoch).matches("[0-9a-z]{16}");
    assertThat(test.log().head()).isEqualTo(1);
    assertThat(test.all("#", 10))
        .containsExactly(new Event(epoch, 1, new Topic("a"), 1, test.clock().instant(), content));
    assertThat(test.publish("a", "next").seq()).isEqualTo(2);
  }

  @Test
  void many_publishers_leave_no_hole_and_no_double() {
    List<String> topics = IntStream.range(0, 7).mapToObj(i -> "topic." + i).toList();
    topics.forEach(test::create);
    List<Event> told = new CopyOnWriteArrayList<>();
    test.log().onCommit(told::addAll);
    List<CompletableFuture<Published>> outcomes = IntStream.range(0, 16)
        .parallel()
        .boxed()
        .flatMap(publisher -> IntStream.range(0, 125)
            .mapToObj(i -> test.log()
                .append(publication(topics.get((publisher + i) % 7), publisher + "/" + i))
                .toCompletableFuture()))
        .toList();
    outcomes.forEach(Waiting::value);
    List<Event> kept = test.all("#", 300);
    assertThat(kept)
        .extracting(Event::offset)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 2_000).boxed().toList());
    assertThat(TestLog.seqs(kept).values())
        .hasSize(7)
        .allSatisfy(seqs -> assertThat(seqs)
            .containsExactlyElementsOf(
                LongStream.rangeClosed(1, seqs.size()).boxed().toList()));
    assertThat(outcomes)
        .extracting(outcome -> outcome.join().offset())
        .doesNotHaveDuplicates()
        .hasSize(2_000);
    Waiting.until("all were told", () -> told.size() == 2_000);
    assertThat(told).isEqualTo(kept);
  }

  @Test
  void an_unknown_topic_fails_alone() {
    test.create("a");
    List<CompletionStage<Published>> outcomes = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      outcomes.add(test.log().append(publication("a", "x")));
      outcomes.add(test.log().append(publication("b", "x")));
    }
    outcomes.forEach(outcome -> Waiting.value(outcome.handle((value, failure) -> true)));
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.toCompletableFuture().isCompletedExceptionally())
        .hasSize(10);
    assertThat(test.log().head()).isEqualTo(10);
    assertThat(test.refusal(publication("b", "x"))).isEqualTo(Code.UNKNOWN_TOPIC);
    test.create("b");
    assertThat(test.publish("b", "x").offset()).isEqualTo(11);
  }

  @Test
  void content_has_a_limit() {
    test.create("a");
    int most = LogConfig.usual().maxContent();
    assertThat(test.publish("a", "x".repeat(most)).seq()).isEqualTo(1);
    assertThat(test.refusal(publication("a", "x".repeat(most + 1)))).isEqualTo(Code.TOO_LARGE);
  }

  @Test
  void names_and_texts_are_never_taken_for_sql() {
    List<String> names = List.of(
        "a-- DROP TABLE event".replace(' ', '_'), "@@version", "~", "=1", "한국.소식", "𐐀", "_", "-");
    names.forEach(name -> test.create(name));
    String text = "'; DROP TABLE event; -- ? :name <ids> {x} \\";
    names.forEach(
        name -> assertThat(test.publish(name, text, text + name).seq()).isEqualTo(1));
    names.forEach(name -> assertThat(TestLog.texts(test.all(name, 10))).containsExactly(text));
  }

  @Test
  void after_closing_nothing_is_taken_in() {
    test.create("a");
    CompletionStage<Published> last = test.log().append(publication("a", "1"));
    test.log().close();
    assertThat(Waiting.value(last).seq()).isEqualTo(1);
    assertThat(test.refusal(publication("a", "2"))).isEqualTo(Code.CLOSED);
  }

  @Test
  void a_listener_or_an_outcome_that_throws_hurts_nobody() {
    test.create("a");
    List<Event> told = new CopyOnWriteArrayList<>();
    test.log().onCommit(events -> {
      throw new AssertionError("a listener's own fault");
    });
    test.log().onCommit(told::addAll);
    CompletionStage<Published> first = test.log().append(publication("a", "1"));
    first.thenRun(() -> {
      throw new AssertionError("an outcome's own fault");
    });
    Waiting.value(first);
    assertThat(test.publish("a", "2").seq()).isEqualTo(2);
    Waiting.until("both were told", () -> told.size() == 2);
  }

  @Test
  void a_new_epoch_goes_on_with_the_numbers() {
    test.create("a");
    String before = test.publish("a", "1").epoch();
    test.clock().advance(Duration.ofSeconds(1));
    String epoch = test.log().beginNewEpoch();
    Published next = test.publish("a", "2");
    assertThat(epoch).isNotEqualTo(before).isEqualTo(test.log().epoch()).isEqualTo(next.epoch());
    assertThat(next.offset()).isEqualTo(2);
    assertThat(next.seq()).isEqualTo(2);
  }
}
