package io.belfry.transport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On which threads an application learns what its sends and requests have come to. */
class CourierTest {

  private static final int MANY = 10_000;

  private final Watch watch = new Watch("courier-test-watch");
  private final Courier courier = new Courier("courier-test", watch);
  private final Queue<Integer> told = new ConcurrentLinkedQueue<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  @AfterEach
  void close() {
    courier.close();
    watch.close();
    await()
        .until(() -> Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith("courier-test")));
  }

  @Test
  void what_takes_no_time_is_told_in_order_on_one_thread_that_is_not_the_bringers() {
    List<Integer> all = bringMany();
    await().until(() -> told.size() == MANY);
    assertThat(told).containsExactlyElementsOf(all);
    assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread());
  }

  @Test
  void what_waits_for_something_that_is_told_later_holds_up_nobody() {
    CompletableFuture<Void> later = new CompletableFuture<>();
    CountDownLatch done = new CountDownLatch(1);
    courier.execute(() -> {
      later.join();
      done.countDown();
    });
    courier.execute(() -> later.complete(null));
    await().until(() -> done.getCount() == 0);
  }

  @Test
  void when_one_was_held_up_a_thousand_others_may_wait_at_the_same_time() {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch there = new CountDownLatch(1_000);
    for (int i = 0; i < 1_000; i++) {
      courier.execute(() -> {
        there.countDown();
        awaitOpen(gate);
      });
    }
    await().until(() -> there.getCount() == 0);
    gate.countDown();
  }

  @Test
  void soon_after_somebody_was_held_up_one_thread_tells_all_again() {
    CountDownLatch gate = new CountDownLatch(1);
    courier.execute(() -> awaitOpen(gate));
    CompletableFuture<Thread> aside = new CompletableFuture<>();
    courier.execute(() -> aside.complete(Thread.currentThread()));
    aside.join();
    gate.countDown();

    await().atMost(Duration.ofSeconds(5)).until(this::tellsTwoOnOneThread);
  }

  @Test
  void who_is_told_something_can_see_whether_more_follows() {
    Queue<Boolean> more = new ConcurrentLinkedQueue<>();
    courier.execute(() -> {
      courier.execute(() -> more.add(courier.isTellingMore()));
      more.add(courier.isTellingMore());
    });

    await().until(() -> more.size() == 2);
    assertThat(more).containsExactly(true, false);
    assertThat(courier.isTellingMore()).isFalse();
  }

  @Test
  void what_throws_or_is_interrupted_does_not_trouble_the_next() {
    courier.execute(() -> {
      Thread.currentThread().interrupt();
      throw new AssertionError("as the test wants it");
    });
    courier.execute(() -> told.add(Thread.currentThread().isInterrupted() ? 1 : 0));
    await().until(() -> !told.isEmpty());
    assertThat(told).containsExactly(0);
  }

  @Test
  void closing_tells_what_waits_and_what_comes_later_even_while_one_is_held_up() {
    CountDownLatch gate = new CountDownLatch(1);
    courier.execute(() -> awaitOpen(gate));
    courier.execute(() -> told.add(1));
    courier.close();
    courier.execute(() -> told.add(2));
    await().until(() -> told.size() == 2);
    gate.countDown();
  }

  @Test
  void what_throws_after_the_end_does_not_trouble_whoever_brings_it() {
    courier.close();
    courier.execute(() -> {
      told.add(1);
      throw new AssertionError("as the test wants it");
    });
    assertThat(told).containsExactly(1);
  }

  @Test
  void a_thread_that_finds_the_rest_told_by_others_ends_with_the_courier() {
    CountDownLatch gate = new CountDownLatch(1);
    courier.execute(() -> awaitOpen(gate));
    courier.execute(() -> told.add(1));
    await().until(() -> told.size() == 1); // By now, nobody waits for another.
    gate.countDown();
    bringMany();
    await().until(() -> told.size() == MANY + 1);
    courier.close();
    await()
        .until(() -> Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .noneMatch(name -> name.matches("courier-test-\\d+")));
  }

  private List<Integer> bringMany() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      int number = i;
      all.add(number);
      courier.execute(() -> {
        told.add(number);
        threads.add(Thread.currentThread());
      });
    }
    return all;
  }

  /** While everything has a thread to itself, the second can't be on that of the first. */
  private boolean tellsTwoOnOneThread() {
    CompletableFuture<Thread> first = new CompletableFuture<>();
    CompletableFuture<Thread> second = new CompletableFuture<>();
    courier.execute(() -> {
      first.complete(Thread.currentThread());
      courier.execute(() -> second.complete(Thread.currentThread()));
    });
    return first.join().equals(second.join());
  }

  private static void awaitOpen(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
