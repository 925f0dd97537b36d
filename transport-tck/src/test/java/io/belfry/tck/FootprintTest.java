package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FootprintTest {

  private static final Patience PATIENCE = new Patience(Duration.ofMillis(250));

  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();

  @AfterEach
  void endThreads() throws InterruptedException {
    end.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void a_thread_that_was_not_there_is_left() {
    Footprint before = Footprint.now(thread -> false);

    start("left-behind-1", end);

    assertThatThrownBy(() -> before.awaitNothingMore(PATIENCE)).hasMessageContaining("left-behind");
  }

  @Test
  void another_thread_in_the_place_of_one_is_not_left() throws InterruptedException {
    CountDownLatch endOfFirst = new CountDownLatch(1);
    Thread first = start("worker-1", endOfFirst);
    Footprint before = Footprint.now(thread -> false);

    endOfFirst.countDown();
    first.join();
    start("worker-2", end);

    assertThatCode(() -> before.awaitNothingMore(PATIENCE)).doesNotThrowAnyException();
  }

  private Thread start(String name, CountDownLatch until) {
    Thread thread = new Thread(
        () -> {
          try {
            until.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        name);
    threads.add(thread);
    thread.start();
    return thread;
  }
}
