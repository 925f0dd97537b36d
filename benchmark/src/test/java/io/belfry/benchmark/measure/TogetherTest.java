package io.belfry.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Sequence;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TogetherTest {

  private static final int SIZE = 100;
  private static final Plan PLAN =
      new Plan(0, TimeUnit.MILLISECONDS.toNanos(50), 1_000, SIZE, Plan.NO_WINDOW);

  private final AtomicInteger closed = new AtomicInteger();

  @Test
  void all_send_at_the_same_time_and_each_has_its_figures() {
    CyclicBarrier meeting = new CyclicBarrier(2);
    Function<Receiver, OneWay> open = receiver -> new Wire(receiver, () -> meet(meeting));
    List<Figures> figures = Together.measure(List.of(open, open), 1, false, PLAN);
    assertThat(figures).hasSize(2).allSatisfy(each -> {
      assertThat(each.values()).containsOnlyKeys(Metric.P50, Metric.P99, Metric.P999);
      assertThat(each.verdict()).isEqualTo(Verdict.FLAWLESS);
    });
    assertThat(closed).hasValue(2);
  }

  @Test
  void one_that_breaks_down_ends_it_for_all_and_nothing_stays_open() {
    Function<Receiver, OneWay> sound = receiver -> new Wire(receiver, () -> {});
    Function<Receiver, OneWay> broken = receiver -> new Wire(receiver, () -> {
      throw new BreakdownException("It stands still.");
    });
    assertThatThrownBy(() -> Together.measure(List.of(sound, broken), 1, false, PLAN))
        .isInstanceOf(BreakdownException.class)
        .hasMessage("It stands still.");
    assertThat(closed).hasValue(2);
  }

  @Test
  void one_that_does_not_open_leaves_nothing_open() {
    Function<Receiver, OneWay> sound = receiver -> new Wire(receiver, () -> {});
    Function<Receiver, OneWay> missing = receiver -> {
      throw new BreakdownException("It is not there.");
    };
    assertThatThrownBy(() -> Together.measure(List.of(sound, missing), 1, false, PLAN))
        .hasMessage("It is not there.");
    assertThat(closed).hasValue(1);
  }

  /** Nobody gets beyond it alone. */
  private static void meet(CyclicBarrier meeting) {
    try {
      meeting.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new BreakdownException(e);
    }
  }

  private final class Wire implements OneWay {

    private final Receiver receiver;
    private final Runnable before;

    Wire(Receiver receiver, Runnable before) {
      this.receiver = receiver;
      this.before = before;
    }

    @Override
    public void send(byte[] payload) {
      before.run();
      receiver.received(0, Sequence.of(payload, 0), payload.length);
    }

    @Override
    public void close() {
      closed.getAndIncrement();
    }
  }
}
