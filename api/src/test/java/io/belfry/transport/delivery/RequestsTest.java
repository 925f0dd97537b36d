package io.belfry.transport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestsTest {

  private static final Address CLOCK = new Address("clock");
  private static final Outcome NOON = Outcome.ok(Message.of("noon"));
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Watch watch = new Watch("requests-test-watch");
  private final Courier courier = new Courier("requests-test-courier", watch);
  private final Requests requests = new Requests("requests-test-clock", courier);
  private final AtomicLong sent = new AtomicLong();

  @AfterEach
  void close() {
    requests.close();
    courier.close();
    watch.close();
    await()
        .until(() -> Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith("requests-test")));
  }

  @Test
  void an_outcome_becomes_the_reply_or_the_failure() {
    CompletionStage<Message> reply = ask(LONG);
    requests.complete(sent.get(), NOON);
    assertThat(value(reply)).isEqualTo(NOON.message());

    CompletionStage<Message> other = ask(LONG);
    requests.complete(sent.get(), Outcome.failure(Category.REFUSED, "Not today."));
    assertThat(failure(other)).hasMessage("Not today.");
  }

  @Test
  void deadlines_are_kept_in_whatever_order_they_come() {
    long start = System.nanoTime();
    CompletionStage<Message> far = ask(LONG);
    CompletionStage<Message> later = ask(Duration.ofMillis(200));
    CompletionStage<Message> sooner = ask(Duration.ofMillis(50));

    assertThat(failure(sooner).category()).isEqualTo(Category.TIMED_OUT);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
    assertThat(failure(later).category()).isEqualTo(Category.TIMED_OUT);
    assertThat(System.nanoTime() - start)
        .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(200));
    assertThat(far.toCompletableFuture()).isNotDone();
  }

  @Test
  void what_can_not_be_sent_fails_its_request() {
    CompletionStage<Message> reply = requests.send(CLOCK, LONG, number -> {
      throw new TransportException(Category.UNREACHABLE, "No wire.");
    });
    assertThat(failure(reply).category()).isEqualTo(Category.UNREACHABLE);
  }

  @Test
  void continuations_that_take_their_time_hold_up_nobody() {
    CountDownLatch gate = new CountDownLatch(1);
    List<CompletionStage<Message>> stuck = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      stuck.add(ask(LONG).thenApply(reply -> {
        awaitOpen(gate);
        return reply;
      }));
      requests.complete(sent.get(), NOON);
    }
    CompletionStage<Message> late = ask(Duration.ofMillis(20));
    assertThat(failure(late).category()).isEqualTo(Category.TIMED_OUT);
    gate.countDown();
    stuck.forEach(RequestsTest::value);
  }

  @Test
  void closing_fails_what_is_outstanding_and_what_comes_after() {
    CompletionStage<Message> before = ask(LONG);
    requests.close();
    assertThat(failure(before).category()).isEqualTo(Category.CLOSED);
    assertThat(failure(ask(LONG)).category()).isEqualTo(Category.CLOSED);
  }

  @Test
  void losing_the_wire_fails_all_and_the_next_can_be_asked() {
    CompletionStage<Message> before = ask(LONG);
    requests.failAll(new TransportException(Category.UNREACHABLE, "It was cut."));
    assertThat(failure(before)).hasMessage("It was cut.");
    CompletionStage<Message> after = ask(LONG);
    requests.complete(sent.get(), NOON);
    assertThat(value(after)).isEqualTo(NOON.message());
  }

  private CompletionStage<Message> ask(Duration deadline) {
    return requests.send(CLOCK, deadline, sent::set);
  }

  private static <T> T value(CompletionStage<T> stage) {
    return stage
        .toCompletableFuture()
        .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  private static TransportException failure(CompletionStage<?> stage) {
    Throwable thrown = value(CompletableFuture.completedStage(null)
        .thenCompose(nothing -> stage.handle((value, failure) -> failure)));
    return (TransportException)
        (thrown instanceof CompletionException ? thrown.getCause() : thrown);
  }

  private static void awaitOpen(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
