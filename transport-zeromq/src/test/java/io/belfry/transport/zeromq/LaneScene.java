package io.belfry.transport.zeromq;

import io.belfry.tck.Waiting;
import io.belfry.transport.Overflow;
import io.belfry.transport.delivery.Inbox;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A reading thread without sockets, lanes to deliver on, and a gate at which handlers stall. */
abstract class LaneScene {

  static final Duration CLOSE_TIMEOUT = Duration.ofMillis(300);

  private final Selector selector = Selectors.open();
  final Reader reader = new Reader("lane-test", selector, late -> Long.MAX_VALUE);
  final CountDownLatch gate = new CountDownLatch(1);
  final ConcurrentLinkedQueue<Integer> handled = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void start() {
    reader.start(List.of());
  }

  @AfterEach
  void stop() {
    gate.countDown();
    reader.close(Duration.ofSeconds(5));
    Selectors.close(selector);
    Waiting.until("its threads ended", () -> threads().isEmpty());
  }

  final Lane<Integer> lane(int bound, Overflow overflow, Inbox.Action<Integer> action) {
    return new Lane<>("lane-test-lane", reader, bound, overflow, CLOSE_TIMEOUT, action);
  }

  final void deliver(Lane<Integer> lane, int count) {
    IntStream.range(0, count).forEach(i -> reader.execute(() -> lane.deliver(i)));
  }

  final void handleBehindTheGate(int item) {
    passGate();
    handled.add(item);
  }

  /** Deaf to interruption, as the worst handler is. */
  final void passGate() {
    while (gate.getCount() > 0) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        // Again.
      }
    }
  }

  static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("lane-test"))
        .filter(name -> !name.equals("lane-test-lane"))
        .toList();
  }
}
