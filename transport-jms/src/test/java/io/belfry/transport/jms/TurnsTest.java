package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Aside;
import io.belfry.tck.Waiting;
import io.belfry.transport.Counters;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** How a handler is called, and how its work is settled. */
class TurnsTest {

  private final Turns turns = new Turns("the test");
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @Test
  void closing_waits_until_the_call_is_settled_too() {
    CompletableFuture<Void> taking = running(() -> turns.take(() -> {}, succeeded -> hold()));
    Waiting.until("it settles", () -> held.getCount() == 0);
    CompletableFuture<Void> closing = running(() -> turns.close(Waiting.LONG));
    assertThat(Waiting.stays(Duration.ofMillis(100), () -> !closing.isDone())).isTrue();
    released.countDown();
    Waiting.value(closing);
    Waiting.value(taking);
  }

  @Test
  void closing_waits_no_longer_than_it_is_told_to() {
    CompletableFuture<Void> taking = running(() -> turns.take(this::hold, succeeded -> {}));
    Waiting.until("it runs", () -> held.getCount() == 0);
    turns.close(Duration.ofMillis(10));
    assertThat(taking).isNotDone();
    released.countDown();
    Waiting.value(taking);
  }

  @Test
  void a_call_that_is_left_over_is_waited_for_by_the_next() throws Exception {
    CompletableFuture<Void> first = running(() -> turns.take(this::hold, succeeded -> {}));
    Waiting.until("it runs", () -> held.getCount() == 0);
    CompletableFuture<Void> second = running(() -> turns.take(() -> {}, succeeded -> {}));
    assertThat(Waiting.stays(Duration.ofMillis(100), () -> !second.isDone())).isTrue();
    released.countDown();
    Waiting.value(first);
    Waiting.value(second);
    assertThat(turns.counters()).isEqualTo(new Counters(2, 0, 0, 0));
  }

  @Test
  void a_call_that_fails_is_counted_and_settled_as_such() throws Exception {
    CompletableFuture<Boolean> settled = new CompletableFuture<>();
    turns.take(
        () -> {
          throw new IllegalStateException("as the test wants it");
        },
        settled::complete);
    assertThat(settled).isCompletedWithValue(false);
    assertThat(turns.counters()).isEqualTo(new Counters(1, 1, 0, 0));
  }

  @Test
  void after_the_end_nothing_is_called_or_settled() throws Exception {
    turns.close(Duration.ZERO);
    CompletableFuture<Boolean> touched = new CompletableFuture<>();
    turns.take(() -> touched.complete(true), touched::complete);
    assertThat(touched).isNotDone();
  }

  private void hold() {
    held.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static CompletableFuture<Void> running(Turns.Call call) {
    return Aside.run(() -> {
      try {
        call.run();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
  }
}
