package io.belfry.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Sequence;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

  private static final int SIZE = 100;

  @Test
  void what_keeps_the_rate_has_a_latency() {
    Figures figures = OpenLoop.measure(
        receiver -> new Delivery(receiver, 0),
        1,
        false,
        new Plan(0, TimeUnit.MILLISECONDS.toNanos(50), 1_000, SIZE, Plan.NO_WINDOW));
    assertThat(figures.values()).containsKeys(Metric.P50, Metric.P99, Metric.P999);
    assertThat(figures.verdict()).isEqualTo(Verdict.FLAWLESS);
  }

  @Test
  void what_can_not_keep_the_rate_has_none_but_every_message_is_accounted_for() {
    Figures figures = OpenLoop.measure(
        receiver -> new Delivery(receiver, TimeUnit.SECONDS.toNanos(6)),
        1,
        false,
        new Plan(0, TimeUnit.SECONDS.toNanos(1), 1_000, SIZE, Plan.NO_WINDOW));
    assertThat(figures.values()).isEmpty();
    assertThat(figures.verdict()).isEqualTo(Verdict.FLAWLESS);
  }

  /** Delivers at once, but that each send takes its time. */
  private record Delivery(Receiver receiver, long nanos) implements OneWay {

    @Override
    public void send(byte[] payload) {
      receiver.received(0, Sequence.of(payload, 0), payload.length);
      long end = System.nanoTime() + nanos;
      for (long left = nanos; left > 0; left = end - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }

    @Override
    public void close() {}
  }
}
