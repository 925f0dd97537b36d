package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Aside;
import io.belfry.tck.Waiting;
import io.belfry.transport.Counters;
import io.belfry.transport.Overflow;
import io.belfry.transport.delivery.Watch;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way of messages to a handler that may be slow. */
class LaneTest {

  private static final String STUCK = "stuck";
  private static final String SLOW = "slow";

  private final Watch watch = new Watch("test-watch");
  private final Queue<String> handled = new ConcurrentLinkedQueue<>();
  private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicReference<Thread> replaced = new AtomicReference<>();
  private final Lane<String> lane = new Lane<>(
      new Lane.Plan("test-lane", 2, Overflow.DROP_NEWEST, Duration.ofMillis(50)),
      watch,
      this::handle,
      replaced::set);

  @AfterEach
  void close() {
    released.countDown();
    lane.close();
    watch.close();
  }

  @Test
  void a_quick_handler_runs_on_the_thread_that_reads() {
    assertThat(lane.deliver("one")).isTrue();
    assertThat(lane.deliver("two")).isTrue();
    assertThat(handled).containsExactly("one", "two");
    assertThat(threads).containsOnly(Thread.currentThread());
    assertThat(replaced).hasNullValue();
  }

  @Test
  void from_a_thread_that_does_not_come_back_reading_is_taken() {
    CompletableFuture<Boolean> first = Aside.get(() -> lane.deliver(STUCK));
    Waiting.until("reading was taken", () -> replaced.get() != null);

    for (String item : List.of("one", "two", "three")) {
      assertThat(lane.deliver(item)).isTrue();
    }
    assertThat(handled).containsExactly(STUCK);
    released.countDown();

    assertThat(Waiting.value(first)).isFalse();
    Waiting.until("what waited was handled", () -> handled.size() == 3);
    assertThat(handled).containsExactly(STUCK, "one", "two");
    assertThat(replaced).hasValue(threads.peek());
    assertThat(lane.counters()).isEqualTo(new Counters(3, 0, 1, 0));
  }

  @Test
  void a_handler_that_hardly_rests_gets_a_thread_of_its_own() {
    CompletableFuture<Void> reading = Aside.run(() -> {
      while (lane.deliver(SLOW)) {
        // Until another thread is to read.
      }
    });
    Waiting.value(reading);
    assertThat(replaced).hasValue(threads.peek());
    assertThat(handled.size()).isGreaterThan(10);
  }

  @Test
  void who_reads_on_a_new_connection_does_not_call_beside_the_old_one() {
    CompletableFuture<Boolean> old = Aside.get(() -> lane.deliver(STUCK));
    Waiting.until("it is at work", () -> handled.contains(STUCK));
    assertThat(lane.deliver("new")).isTrue();
    assertThat(handled).containsExactly(STUCK);
    released.countDown();
    Waiting.value(old);
    Waiting.until("it was handled", () -> handled.contains("new"));
  }

  @Test
  void what_comes_together_waits_and_so_does_what_comes_meanwhile() {
    lane.queueAll(List.of(STUCK, "two"));
    Waiting.until("it is at work", () -> handled.contains(STUCK));

    assertThat(lane.deliver("three")).isTrue();
    assertThat(lane.deliver("four")).isTrue();
    assertThat(handled).containsExactly(STUCK);
    released.countDown();

    Waiting.until("what waited was handled", () -> handled.size() == 3);
    assertThat(handled).containsExactly(STUCK, "two", "three");
    assertThat(threads).doesNotContain(Thread.currentThread());
    assertThat(lane.counters()).isEqualTo(new Counters(3, 0, 1, 0));
  }

  @Test
  void when_nothing_waits_any_more_the_next_goes_straight_again() {
    lane.queueAll(List.of("one", "two"));
    Waiting.until("one went straight", () -> {
      lane.deliver("later");
      return threads.contains(Thread.currentThread());
    });
    assertThat(handled).startsWith("one", "two").endsWith("later");
    assertThat(replaced).hasNullValue();
  }

  @Test
  void after_the_end_nothing_is_handled() {
    lane.close();
    lane.deliver("late");
    assertThat(handled).isEmpty();
  }

  @Test
  void the_end_waits_for_the_handler_but_not_for_ever() {
    CompletableFuture<Boolean> stuck = Aside.get(() -> lane.deliver(STUCK));
    Waiting.until("it is at work", () -> handled.contains(STUCK));
    lane.close();
    assertThat(stuck).isNotDone();
  }

  private void handle(String item) throws InterruptedException {
    handled.add(item);
    threads.add(Thread.currentThread());
    if (item.equals(STUCK)) {
      released.await();
    } else if (item.equals(SLOW)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }
}
