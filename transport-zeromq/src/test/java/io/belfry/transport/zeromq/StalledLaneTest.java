package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Waiting;
import io.belfry.transport.Counters;
import io.belfry.transport.Overflow;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Handlers that stall the thread that runs them, and those that it has to read for meanwhile. */
class StalledLaneTest extends LaneScene {

  @Test
  void while_a_handler_stalls_others_go_on_and_its_own_items_keep_their_order() {
    Lane<Integer> stalled = lane(1_000, Overflow.DROP_OLDEST, this::handleBehindTheGate);
    Lane<Integer> other = lane(1_000, Overflow.DROP_OLDEST, item -> {});
    deliver(stalled, 100);
    deliver(other, 100);
    Waiting.until("the others were handled", () -> other.counters().received() == 100);
    assertThat(stalled.counters().received()).isEqualTo(1);
    gate.countDown();
    Waiting.until("the rest was handled", () -> handled.size() == 100);
    assertThat(handled)
        .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void a_continuation_that_stalls_holds_up_nobody() {
    reader.execute(() -> reader.call(this::passGate));
    Lane<Integer> lane = lane(10, Overflow.DROP_OLDEST, handled::add);
    deliver(lane, 3);
    Waiting.until("the others were handled", () -> handled.size() == 3);
  }

  @Test
  void many_that_stall_at_once_hold_up_nobody() {
    for (int i = 0; i < 10; i++) {
      deliver(lane(10, Overflow.DROP_OLDEST, item -> passGate()), 2);
    }
    Lane<Integer> last = lane(10, Overflow.DROP_OLDEST, handled::add);
    deliver(last, 3);
    Waiting.until("the last was handled", () -> handled.size() == 3);
    gate.countDown();
    Waiting.until("one thread and its watch were left", () -> threads().size() <= 2);
  }

  @Test
  void at_the_bound_the_oldest_or_the_newest_is_dropped_and_counted() {
    Lane<Integer> oldest = lane(2, Overflow.DROP_OLDEST, this::handleBehindTheGate);
    deliver(oldest, 6);
    Waiting.until("three were dropped", () -> oldest.counters().dropped() == 3);
    gate.countDown();
    Waiting.until("the rest was handled", () -> handled.size() == 3);
    assertThat(handled).containsExactly(0, 4, 5);
    assertThat(oldest.counters()).isEqualTo(new Counters(3, 0, 3, 0));
  }

  @Test
  void the_newest_is_dropped_where_that_was_asked_for() {
    Lane<Integer> newest = lane(2, Overflow.DROP_NEWEST, this::handleBehindTheGate);
    deliver(newest, 6);
    Waiting.until("three were dropped", () -> newest.counters().dropped() == 3);
    gate.countDown();
    Waiting.until("the rest was handled", () -> handled.size() == 3);
    assertThat(handled).containsExactly(0, 1, 2);
  }
}
