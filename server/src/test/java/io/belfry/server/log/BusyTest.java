package io.belfry.server.log;

import static io.belfry.server.log.TestLog.publication;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.server.store.Dialect;
import io.belfry.service.Content;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.tck.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BusyTest extends OnEachDatabase {

  private static final LogConfig USUAL = LogConfig.usual();

  @Test
  void a_full_queue_is_busy_and_takes_in_again_when_it_has_room() throws Exception {
    test.create("a");
    test.reopen(limits(10, 1 << 20));
    List<CompletionStage<Published>> waiting;
    try (Hold hold = Hold.on(test.store())) {
      waiting = append(10, "x");
      ServiceException busy = test.failure(publication("a", "x"));
      assertThat(busy.code()).isEqualTo(Code.BUSY);
      assertThat(busy.retryAfter().orElseThrow())
          .isBetween(Duration.ofMillis(1), Duration.ofSeconds(10));
      assertThat(test.log().waiting()).isEqualTo(10);
    }
    waiting.forEach(Waiting::value);
    Waiting.until("the queue was empty", () -> test.log().waiting() == 0);
    assertThat(test.publish("a", "y").offset()).isEqualTo(11);
  }

  @Test
  void bytes_fill_the_queue_too() throws Exception {
    test.create("a");
    test.reopen(limits(1_000, USUAL.maxContent()));
    String half = "x".repeat(USUAL.maxContent() / 2);
    List<CompletionStage<Published>> waiting;
    try (Hold hold = Hold.on(test.store())) {
      waiting = append(2, half);
      assertThat(test.refusal(publication("a", "x"))).isEqualTo(Code.BUSY);
    }
    waiting.forEach(Waiting::value);
  }

  @Test
  void what_waits_is_written_before_the_log_is_closed() throws Exception {
    test.create("a");
    List<CompletionStage<Published>> waiting;
    Thread closing = new Thread(() -> test.log().close());
    try (Hold hold = Hold.on(test.store())) {
      waiting = append(100, "x");
      closing.start();
      Waiting.until(
          "the log was closing",
          () -> test.log()
              .append(publication("a", "x"))
              .toCompletableFuture()
              .isCompletedExceptionally());
    }
    waiting.forEach(Waiting::value);
    closing.join();
  }

  @Test
  void one_that_the_database_refuses_does_not_take_its_batch_along() throws Exception {
    test.create("a");
    refuse("poison");
    CompletionStage<Published> poisoned;
    List<CompletionStage<Published>> others;
    try (Hold hold = Hold.on(test.store())) {
      others = new ArrayList<>(append(20, "x"));
      poisoned = test.log()
          .append(new Publication(
              new Topic("a"), new Content("poison", Payload.of("x")), Optional.empty()));
      others.addAll(append(20, "x"));
    }
    assertThat(others.stream().map(Waiting::value).map(Published::seq))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());
    Throwable failure = Waiting.value(poisoned.handle((value, thrown) -> thrown));
    assertThat(((ServiceException) failure).code()).isEqualTo(Code.INTERNAL);
  }

  private void refuse(String type) {
    test.store()
        .inTransaction(handle -> handle.execute(
            test.store().dialect() == Dialect.SQLITE
                ? "CREATE TRIGGER refusal BEFORE INSERT ON event WHEN NEW.type = '" + type
                    + "' BEGIN SELECT RAISE(ABORT, 'refused'); END"
                : "ALTER TABLE event ADD CHECK (type <> '" + type + "')"));
  }

  private List<CompletionStage<Published>> append(int count, String text) {
    return IntStream.range(0, count)
        .mapToObj(i -> test.log().append(publication("a", text)))
        .toList();
  }

  private static LogConfig limits(int maxWaiting, long maxWaitingBytes) {
    return new LogConfig(
        USUAL.maxContent(),
        USUAL.maxPage(),
        USUAL.maxSnapshot(),
        USUAL.keyWindow(),
        maxWaiting,
        maxWaitingBytes,
        USUAL.maxBatch(),
        USUAL.maxBatchBytes(),
        Retention.UNLIMITED);
  }
}
