package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Waiting;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PahoThreadsTest {

  private final Queue<String> ends = new ConcurrentLinkedQueue<>();
  private final PahoThreads threads = new PahoThreads("test", ends::add);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void a_loop_that_ends_by_an_exception_is_told() {
    var unused = threads.submit((Runnable) () -> {
      throw new IllegalArgumentException("Invalid UTF-8 char");
    });
    Waiting.until("it is told", () -> !ends.isEmpty());
    assertThat(ends).singleElement().asString().contains("Invalid UTF-8 char");
  }

  @Test
  void a_loop_that_returns_is_told() {
    var unused = threads.submit(() -> {});
    Waiting.until("it is told", () -> !ends.isEmpty());
  }

  @Test
  void an_end_that_is_expected_is_not_told() throws Exception {
    threads.expectEnd();
    threads.submit(() -> {}).get(Waiting.LONG.toSeconds(), TimeUnit.SECONDS);
    assertThat(ends).isEmpty();
  }

  @Test
  void a_nap_while_connecting_is_cut_short() {
    CompletableFuture<Boolean> woken = new CompletableFuture<>();
    threads.execute(() -> {
      threads.cutNapsShort();
      woken.complete(isInterrupted());
    });
    assertThat(Waiting.value(woken)).isTrue();
  }

  @Test
  void a_thread_of_paho_knows_that_it_is_one() {
    CompletableFuture<Boolean> isOne = new CompletableFuture<>();
    var unused = threads.submit(() -> {
      isOne.complete(PahoThreads.isCurrent());
    });
    assertThat(Waiting.value(isOne)).isTrue();
    assertThat(PahoThreads.isCurrent()).isFalse();
  }

  /** Naps for long; true if it was woken before. */
  private static boolean isInterrupted() {
    try {
      return new CountDownLatch(1).await(Waiting.LONG.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
