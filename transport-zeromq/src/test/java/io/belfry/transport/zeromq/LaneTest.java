package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Waiting;
import io.belfry.transport.Overflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The reading thread and the handlers that it runs, quick ones and ones that are closed. */
class LaneTest extends LaneScene {

  private static final Duration MARGIN = Duration.ofSeconds(2);

  @Test
  void a_handler_that_keeps_up_runs_on_the_reading_thread() {
    List<Boolean> isReading = new ArrayList<>();
    Lane<Integer> lane = lane(10, Overflow.DROP_OLDEST, item -> isReading.add(reader.isReading()));
    deliver(lane, 5);
    Waiting.until("all were handled", () -> lane.counters().received() == 5);
    assertThat(isReading).containsOnly(true);
  }

  @Test
  void what_comes_together_is_handled_apart_and_what_comes_after_that_straight_again() {
    List<Boolean> isReading = new CopyOnWriteArrayList<>();
    Lane<Integer> lane = lane(10, Overflow.DROP_OLDEST, item -> isReading.add(reader.isReading()));
    lane.queueAll(List.of(0, 1, 2));
    Waiting.until("the three were handled", () -> isReading.size() == 3);
    Waiting.until("a message goes straight", () -> {
      int before = isReading.size();
      deliver(lane, 1);
      Waiting.until("it was handled", () -> isReading.size() == before + 1);
      return isReading.get(before);
    });
    assertThat(isReading.subList(0, 3)).containsOnly(false);
    lane.close();
  }

  @Test
  void a_handler_that_throws_is_counted_and_gets_the_next() {
    Lane<Integer> lane = lane(10, Overflow.DROP_OLDEST, item -> {
      handled.add(item);
      throw new AssertionError("as the test wants it");
    });
    deliver(lane, 3);
    Waiting.until("all were handled", () -> lane.counters().failed() == 3);
    assertThat(handled).containsExactly(0, 1, 2);
  }

  @Test
  void closing_waits_for_the_handler_but_not_for_ever() {
    Lane<Integer> lane = lane(10, Overflow.DROP_OLDEST, this::handleBehindTheGate);
    deliver(lane, 3);
    Waiting.until("the handler was at work", () -> lane.counters().received() == 1);
    long since = System.nanoTime();
    lane.close();
    assertThat(Duration.ofNanos(System.nanoTime() - since))
        .isBetween(CLOSE_TIMEOUT, CLOSE_TIMEOUT.multipliedBy(2).plus(MARGIN));
    gate.countDown();
    Waiting.until("the handler returned", () -> handled.size() == 1);
    deliver(lane, 3);
    Lane<Integer> later = lane(10, Overflow.DROP_OLDEST, item -> {});
    deliver(later, 1);
    Waiting.until("what came later was handled", () -> later.counters().received() == 1);
    assertThat(handled).containsExactly(0);
  }

  @Test
  void a_handler_can_close_its_own_lane() {
    List<Lane<Integer>> own = new ArrayList<>();
    own.add(lane(10, Overflow.DROP_OLDEST, item -> {
      handled.add(item);
      own.get(0).close();
    }));
    deliver(own.get(0), 3);
    Lane<Integer> later = lane(10, Overflow.DROP_OLDEST, item -> {});
    deliver(later, 1);
    Waiting.until("what came later was handled", () -> later.counters().received() == 1);
    assertThat(handled).containsExactly(0);
  }
}
