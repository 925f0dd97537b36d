package io.belfry.transport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.belfry.transport.Overflow;
import io.belfry.trials.Trials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several threads at one inbox. */
class InboxConcurrencyTest {

  private static final int THREADS = 4;

  private record Item(int thread, int number) {}

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void every_offer_is_either_received_or_dropped(Overflow overflow) throws Exception {
    int each = 20_000;
    List<Item> seen = new ArrayList<>();
    long taken = 0;
    try (Inbox<Item> inbox =
        new Inbox<>("inbox of a test", 16, overflow, Duration.ofSeconds(10), seen::add)) {
      for (Future<Long> offered : threads.invokeAll(offering(inbox, each))) {
        taken += offered.get();
      }
      await()
          .until(() ->
              inbox.counters().received() + inbox.counters().dropped() == (long) THREADS * each);
      if (overflow == Overflow.DROP_NEWEST) {
        assertThat(inbox.counters().received()).isEqualTo(taken);
      } else {
        assertThat(taken).isEqualTo((long) THREADS * each);
      }
      inbox.close();
      assertThat(seen).hasSize((int) inbox.counters().received());
    }
    requireOrderOfEachThread(seen);
  }

  @Test
  void nothing_is_begun_once_close_has_returned_and_nothing_gets_lost() {
    Trials.run(300, random -> {
      AtomicBoolean closed = new AtomicBoolean();
      AtomicBoolean late = new AtomicBoolean();
      List<Integer> begun = new ArrayList<>();
      Inbox<Integer> inbox = new Inbox<>(
          "inbox of a test", 1_000, Overflow.DROP_NEWEST, Duration.ofSeconds(10), item -> {
            late.compareAndSet(false, closed.get());
            begun.add(item);
          });
      int before = random.nextInt(100);
      IntStream.range(0, before).forEach(inbox::offer);
      Future<Long> meanwhile =
          threads.submit(() -> IntStream.range(before, 500).filter(inbox::offer).count());
      List<Integer> rest = inbox.drainAndClose();
      closed.set(true);
      long offered = before + join(meanwhile);
      assertThat(late).isFalse();
      begun.addAll(rest);
      assertThat(begun).isEqualTo(IntStream.range(0, (int) offered).boxed().toList());
    });
  }

  private static List<Callable<Long>> offering(Inbox<Item> inbox, int each) {
    return IntStream.range(0, THREADS)
        .<Callable<Long>>mapToObj(thread -> () -> IntStream.range(0, each)
            .filter(number -> inbox.offer(new Item(thread, number)))
            .count())
        .toList();
  }

  private static void requireOrderOfEachThread(List<Item> seen) {
    for (int thread = 0; thread < THREADS; thread++) {
      int wanted = thread;
      assertThat(seen.stream().filter(item -> item.thread() == wanted).map(Item::number))
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  private static long join(Future<Long> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
