package io.belfry.server.log;

import static io.belfry.server.log.TestLog.publication;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.service.Content;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.ServiceException.Code;
import io.belfry.tck.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyTest extends OnEachDatabase {

  @BeforeEach
  void createTopics() {
    test.create("a", "b");
  }

  @Test
  void a_repeat_gives_the_first_result() {
    Published first = test.publish("a", "x", "key");
    test.publish("a", "y");
    test.clock().advance(Duration.ofHours(1));
    assertThat(test.publish("a", "x", "key")).isEqualTo(repeatOf(first));
    test.reopen(LogConfig.usual());
    assertThat(test.publish("a", "x", "key")).isEqualTo(repeatOf(first));
    assertThat(test.log().head()).isEqualTo(2);
  }

  @Test
  void a_key_is_for_one_publication() {
    test.publish("a", "x", "key");
    assertThat(test.refusal(publication("a", "y").withKey("key"))).isEqualTo(Code.KEY_REUSED);
    assertThat(test.refusal(publication("b", "x").withKey("key"))).isEqualTo(Code.KEY_REUSED);
    Content other = new Content("text/html", Payload.of("x"));
    assertThat(test.refusal(new Publication(new Topic("a"), other, Optional.of("key"))))
        .isEqualTo(Code.KEY_REUSED);
    assertThat(test.log().head()).isEqualTo(1);
  }

  @Test
  void repeats_at_the_same_time_are_appended_once() {
    List<CompletionStage<Published>> outcomes = IntStream.range(0, 400)
        .parallel()
        .mapToObj(i -> test.log().append(publication("a", "x" + i % 20).withKey("key" + i % 20)))
        .toList();
    List<Published> published = outcomes.stream().map(Waiting::value).toList();
    assertThat(published).filteredOn(each -> !each.isRepeat()).hasSize(20);
    assertThat(published)
        .extracting(Published::offset)
        .containsOnly(IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toArray(Long[]::new));
    assertThat(test.all("#", 100)).hasSize(20);
  }

  @Test
  void of_two_that_differ_at_the_same_time_one_is_refused() {
    List<CompletionStage<Published>> outcomes = IntStream.range(0, 100)
        .parallel()
        .mapToObj(i -> test.log().append(publication("a", "x" + i).withKey("key")))
        .toList();
    outcomes.forEach(outcome -> Waiting.value(outcome.handle((value, failure) -> true)));
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.toCompletableFuture().isCompletedExceptionally())
        .hasSize(1);
    assertThat(test.all("#", 100)).hasSize(1);
  }

  @Test
  void a_key_is_remembered_for_its_window_and_not_for_ever() {
    Published first = test.publish("a", "x", "key");
    Duration window = LogConfig.usual().keyWindow();
    test.clock().advance(window);
    test.log().housekeep(OptionalLong.empty());
    assertThat(test.publish("a", "x", "key")).isEqualTo(repeatOf(first));
    test.clock().advance(Duration.ofMillis(1));
    test.log().housekeep(OptionalLong.empty());
    assertThat(test.publish("a", "x", "key").offset()).isEqualTo(2);
  }

  private static Published repeatOf(Published first) {
    return new Published(first.epoch(), first.offset(), first.seq(), first.at(), true);
  }
}
