package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who tells an application that a send was confirmed. */
class CourierTest {

  private final Watch watch = new Watch("test-watch");
  private final Courier courier = new Courier("test-courier", watch);
  private final InFlight inFlight = new InFlight(100_000, courier);

  @AfterEach
  void close() {
    courier.close();
    watch.close();
  }

  @Test
  void receipts_are_told_in_order_and_not_on_the_thread_that_confirms() {
    Queue<Integer> told = new ConcurrentLinkedQueue<>();
    Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      int number = i;
      Receipt receipt = receipt();
      receipt.thenRun(() -> {
        told.add(number);
        threads.add(Thread.currentThread());
      });
      inFlight.confirm(receipt);
      all.add(i);
    }
    Waiting.until("all were told", () -> told.size() == all.size());
    assertThat(told).containsExactlyElementsOf(all);
    assertThat(threads).doesNotContain(Thread.currentThread());
    assertThat(inFlight.isEmpty()).isTrue();
  }

  @Test
  void a_continuation_that_waits_for_another_receipt_holds_up_nobody() {
    Receipt first = receipt();
    Receipt second = receipt();
    CountDownLatch done = new CountDownLatch(1);
    first.thenRun(() -> {
      second.join();
      done.countDown();
    });
    inFlight.confirm(first);
    inFlight.confirm(second);
    Waiting.until("both were told", () -> done.getCount() == 0);
  }

  private Receipt receipt() {
    return inFlight.enter(Deadline.in(Waiting.LONG), true);
  }
}
