package io.belfry.transport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.belfry.transport.Counters;
import io.belfry.transport.Overflow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an inbox ends, whatever it is doing. */
class InboxCloseTest {

  private static final String NAME = "closing inbox of a test";
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final Gate gate = new Gate();

  @AfterEach
  void openGate() {
    gate.open();
  }

  @Test
  void what_was_not_begun_comes_back_in_order() throws InterruptedException {
    Inbox<Object> inbox = busyInbox(SHORT);
    inbox.offer("second");
    inbox.offer("third");
    assertThat(inbox.drainAndClose()).containsExactly("second", "third");
    assertThat(inbox.drainAndClose()).isEmpty();
    assertThat(inbox.counters()).isEqualTo(new Counters(1, 0, 0, 0));
  }

  @Test
  void what_is_offered_afterwards_is_not_taken_and_not_counted() {
    Inbox<Object> inbox = inbox(SHORT, item -> {});
    inbox.close();
    assertThat(inbox.offer("late")).isFalse();
    assertThat(inbox.counters()).isEqualTo(new Counters(0, 0, 0, 0));
  }

  @Test
  void it_waits_for_the_action_that_is_running() throws Exception {
    Inbox<Object> inbox = busyInbox(FOR_EVER);
    CompletableFuture<Void> closed = new CompletableFuture<>();
    Thread closing = new Thread(() -> {
      inbox.close();
      closed.complete(null);
    });
    closing.start();
    await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
    assertThat(closed).isNotDone();
    gate.open();
    closing.join();
    assertThat(closed).isCompleted();
  }

  @Test
  void an_action_that_does_not_return_holds_it_up_for_the_time_limit_only()
      throws InterruptedException {
    Inbox<Object> inbox = busyInbox(SHORT);
    long begun = System.nanoTime();
    inbox.close();
    assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(SHORT.toNanos());
    assertThat(threads()).isNotEmpty();
    gate.open();
    await().untilAsserted(() -> assertThat(threads()).isEmpty());
  }

  @Test
  void an_action_can_close_its_own_inbox_and_goes_on() throws InterruptedException {
    CompletableFuture<Inbox<Object>> self = new CompletableFuture<>();
    CountDownLatch done = new CountDownLatch(1);
    Inbox<Object> inbox = inbox(FOR_EVER, item -> {
      self.get().close();
      done.countDown();
    });
    inbox.offer("first");
    inbox.offer("second");
    self.complete(inbox);
    done.await();
    await().untilAsserted(() -> assertThat(threads()).isEmpty());
    assertThat(inbox.counters()).isEqualTo(new Counters(1, 0, 0, 0));
  }

  @Test
  void an_interrupt_ends_the_waiting_and_is_not_forgotten() throws InterruptedException {
    Inbox<Object> inbox = busyInbox(FOR_EVER);
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread closing = new Thread(() -> {
      inbox.close();
      interrupted.set(Thread.currentThread().isInterrupted());
    });
    closing.start();
    await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
    closing.interrupt();
    closing.join();
    assertThat(interrupted).isTrue();
  }

  @Test
  void its_thread_ends() {
    Inbox<Object> inbox = inbox(FOR_EVER, item -> {});
    assertThat(threads()).hasSize(1).allMatch(Thread::isDaemon);
    inbox.offer("one");
    inbox.close();
    await().untilAsserted(() -> assertThat(threads()).isEmpty());
  }

  private Inbox<Object> busyInbox(Duration closeTimeout) throws InterruptedException {
    Inbox<Object> inbox = inbox(closeTimeout, gate);
    inbox.offer("first");
    gate.awaitEntered();
    return inbox;
  }

  private static Inbox<Object> inbox(Duration closeTimeout, Inbox.Action<Object> action) {
    return new Inbox<>(NAME, 10, Overflow.DROP_OLDEST, closeTimeout, action);
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(NAME))
        .toList();
  }
}
