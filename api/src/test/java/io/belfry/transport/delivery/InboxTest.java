package io.belfry.transport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.belfry.transport.Counters;
import io.belfry.transport.Overflow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an inbox does with what is put in. How it ends, {@link InboxCloseTest} says. */
class InboxTest {

  /** The failures here are meant; their traces would hide others. */
  private static final Logger LOG = Logger.getLogger(Inbox.class.getName());

  @BeforeAll
  static void hush() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void speakAgain() {
    LOG.setLevel(null);
  }

  @Test
  void items_come_one_at_a_time_in_order() {
    List<Integer> seen = new CopyOnWriteArrayList<>();
    try (Inbox<Integer> inbox = inbox(10_000, Overflow.DROP_OLDEST, seen::add)) {
      IntStream.range(0, 5_000).forEach(inbox::offer);
      await().until(() -> inbox.counters().received() == 5_000);
    }
    assertThat(seen).isEqualTo(IntStream.range(0, 5_000).boxed().toList());
  }

  @Test
  void at_the_bound_the_newest_is_dropped() throws InterruptedException {
    List<Integer> seen = new CopyOnWriteArrayList<>();
    Gate gate = new Gate();
    try (Inbox<Integer> inbox = inbox(3, Overflow.DROP_NEWEST, seen::add, gate)) {
      inbox.offer(0);
      gate.awaitEntered();
      assertThat(IntStream.rangeClosed(1, 5).mapToObj(inbox::offer))
          .containsExactly(true, true, true, false, false);
      assertThat(inbox.counters()).isEqualTo(new Counters(1, 0, 2, 0));
      gate.open();
      await().until(() -> inbox.counters().received() == 4);
    }
    assertThat(seen).containsExactly(0, 1, 2, 3);
  }

  @Test
  void at_the_bound_the_oldest_is_dropped() throws InterruptedException {
    List<Integer> seen = new CopyOnWriteArrayList<>();
    Gate gate = new Gate();
    try (Inbox<Integer> inbox = inbox(3, Overflow.DROP_OLDEST, seen::add, gate)) {
      inbox.offer(0);
      gate.awaitEntered();
      assertThat(IntStream.rangeClosed(1, 5).allMatch(inbox::offer)).isTrue();
      assertThat(inbox.counters()).isEqualTo(new Counters(1, 0, 2, 0));
      gate.open();
      await().until(() -> inbox.counters().received() == 4);
    }
    assertThat(seen).containsExactly(0, 3, 4, 5);
  }

  @Test
  void what_the_filter_did_not_want_is_counted_apart() {
    try (Inbox<Integer> inbox = inbox(1, Overflow.DROP_OLDEST, item -> {})) {
      inbox.countFiltered();
      inbox.countFiltered();
      assertThat(inbox.counters()).isEqualTo(new Counters(0, 0, 0, 2));
    }
  }

  @Test
  void an_action_that_throws_is_counted_and_the_next_item_comes() {
    Inbox.Action<Integer> even = item -> {
      if (item % 2 == 1) {
        throw new Exception("odd");
      }
    };
    try (Inbox<Integer> inbox = inbox(10, Overflow.DROP_OLDEST, even)) {
      IntStream.range(0, 10).forEach(inbox::offer);
      await()
          .untilAsserted(() -> assertThat(inbox.counters()).isEqualTo(new Counters(10, 5, 0, 0)));
    }
  }

  @Test
  void what_waits_beyond_a_number_can_be_taken_out_and_the_rest_stays_in_order()
      throws InterruptedException {
    List<Integer> seen = new CopyOnWriteArrayList<>();
    Gate gate = new Gate();
    try (Inbox<Integer> inbox = inbox(100, Overflow.DROP_NEWEST, seen::add, gate)) {
      IntStream.range(0, 10).forEach(inbox::offer);
      gate.awaitEntered();
      assertThat(inbox.held()).isEqualTo(10);

      assertThat(inbox.takeBeyond(6, 3)).containsExactly(7, 8, 9);
      assertThat(inbox.takeBeyond(6, 3)).containsExactly(6);
      assertThat(inbox.takeBeyond(6, 3)).isEmpty();
      assertThat(inbox.takeBeyond(0, 2)).containsExactly(4, 5);
      assertThat(inbox.held()).isEqualTo(4);

      gate.open();
      await().until(() -> inbox.held() == 0);
    }
    assertThat(seen).containsExactly(0, 1, 2, 3);
  }

  static List<Error> errors() {
    return List.of(
        new AssertionError("meant"),
        new NoClassDefFoundError("meant"),
        new StackOverflowError(),
        new OutOfMemoryError());
  }

  @ParameterizedTest
  @MethodSource("errors")
  void an_error_does_not_end_the_inbox(Error error) {
    List<Integer> seen = new CopyOnWriteArrayList<>();
    Inbox.Action<Integer> failing = item -> {
      throw error;
    };
    try (Inbox<Integer> inbox = inbox(10, Overflow.DROP_OLDEST, seen::add, failing)) {
      inbox.offer(1);
      inbox.offer(2);
      await().untilAsserted(() -> assertThat(inbox.counters()).isEqualTo(new Counters(2, 2, 0, 0)));
    }
    assertThat(seen).containsExactly(1, 2);
  }

  @Test
  void an_action_that_leaves_its_thread_interrupted_does_not_trouble_the_next() {
    List<Boolean> interrupted = new CopyOnWriteArrayList<>();
    Inbox.Action<Integer> rude = item -> {
      interrupted.add(Thread.currentThread().isInterrupted());
      Thread.currentThread().interrupt();
    };
    try (Inbox<Integer> inbox = inbox(10, Overflow.DROP_OLDEST, rude)) {
      inbox.offer(1);
      inbox.offer(2);
      await().until(() -> inbox.counters().received() == 2);
    }
    assertThat(interrupted).containsExactly(false, false);
  }

  @SafeVarargs
  private static Inbox<Integer> inbox(
      int bound, Overflow overflow, Inbox.Action<? super Integer>... actions) {
    return new Inbox<>("inbox of a test", bound, overflow, Duration.ofSeconds(10), item -> {
      for (Inbox.Action<? super Integer> action : actions) {
        action.accept(item);
      }
    });
  }
}
