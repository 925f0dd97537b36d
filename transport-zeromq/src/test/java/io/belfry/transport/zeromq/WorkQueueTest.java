package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.tck.Aside;
import io.belfry.tck.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A queue of the hub, with workers that do as they are told. */
class WorkQueueTest {

  private static final int REDELIVERIES = 2;
  private static final Address NAME = new Address("queue");

  private final WorkQueue queue = new WorkQueue(NAME.name(), 4, REDELIVERIES);

  @Test
  void what_waits_is_given_in_order_as_far_as_the_prefetch_goes() {
    FakeWorker worker = new FakeWorker(2);
    offer("a", "b", "c");
    queue.join(worker);
    assertThat(worker.take()).containsExactly("a", "b");
    queue.done(worker, 1);
    assertThat(worker.take()).containsExactly("c");
  }

  @Test
  void workers_share_and_each_piece_goes_to_one() {
    FakeWorker one = new FakeWorker(10);
    FakeWorker two = new FakeWorker(10);
    queue.join(one);
    queue.join(two);
    offer("a", "b", "c", "d");
    assertThat(one.given()).hasSize(2).doesNotContainAnyElementsOf(two.given());
    assertThat(two.given()).hasSize(2);
  }

  @Test
  void a_busy_worker_gets_nothing_while_another_is_free() {
    FakeWorker busy = new FakeWorker(1);
    FakeWorker free = new FakeWorker(1);
    queue.join(busy);
    offer("a");
    queue.join(free);
    offer("b");
    assertThat(busy.given()).containsExactly("a");
    assertThat(free.given()).containsExactly("b");
  }

  @Test
  void what_a_leaving_worker_has_not_done_goes_to_another_before_all_else() {
    FakeWorker leaving = new FakeWorker(3);
    queue.join(leaving);
    offer("a", "b", "c", "d");
    queue.done(leaving, 1);
    queue.leave(leaving);
    FakeWorker next = new FakeWorker(10);
    queue.join(next);
    assertThat(next.given()).containsExactly("b", "c", "d");
    offer("e");
    assertThat(leaving.given()).doesNotContain("e");
  }

  @Test
  void failed_work_is_given_again_until_the_limit() {
    FakeWorker worker = new FakeWorker(1);
    queue.join(worker);
    offer("bad", "good");
    for (int i = 0; i < REDELIVERIES; i++) {
      queue.failed(worker);
    }
    assertThat(worker.take()).containsExactly("bad", "bad", "bad");
    queue.failed(worker);
    assertThat(worker.take()).containsExactly("good");
  }

  @Test
  void what_could_not_be_sent_goes_to_another() {
    FakeWorker gone = new FakeWorker(5);
    queue.join(gone);
    offer("a");
    gone.goOutOfReach();
    offer("b");
    FakeWorker next = new FakeWorker(5);
    queue.join(next);
    assertThat(next.given()).containsExactly("a", "b");
  }

  @Test
  void at_the_bound_nothing_more_is_taken() throws InterruptedException {
    offer("a", "b", "c", "d");
    assertThat(queue.offer(work("e"))).isFalse();
    long since = System.nanoTime();
    assertThat(queue.push(work("e"), since + Duration.ofMillis(50).toNanos())).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThan(Duration.ofMillis(49));
  }

  @Test
  void who_waits_at_the_bound_goes_on_when_there_is_room() {
    offer("a", "b", "c", "d");
    CompletableFuture<Boolean> pushed = Aside.get(this::pushPatiently);
    FakeWorker worker = new FakeWorker(1);
    queue.join(worker);
    assertThat(Waiting.value(pushed)).isTrue();
    queue.done(worker, 1);
    assertThat(worker.given()).containsExactly("a", "b");
  }

  @Test
  void reports_of_what_a_worker_does_not_hold_mean_nothing() {
    FakeWorker worker = new FakeWorker(1);
    queue.join(worker);
    queue.done(worker, Long.MAX_VALUE);
    queue.done(worker, -1);
    queue.failed(worker);
    queue.leave(worker);
    queue.leave(worker);
    offer("a");
    assertThat(worker.given()).isEmpty();
  }

  private boolean pushPatiently() {
    try {
      return queue.push(work("e"), System.nanoTime() + Waiting.LONG.toNanos());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void offer(String... texts) {
    List.of(texts).forEach(text -> assertThat(queue.offer(work(text))).isTrue());
  }

  private static Work work(String text) {
    return Work.of(NAME, Message.of(text));
  }
}
