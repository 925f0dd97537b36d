package io.belfry.packing.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Courier;
import io.belfry.transport.delivery.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What gathers, and when it leaves, over a wire whose arrivals the test decides on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LaneTest {

  private static final TransportException LOST =
      new TransportException(Category.UNREACHABLE, "As the test wants it.");

  private final Watch watch = new Watch("lane-watch");
  private final Courier courier = new Courier("lane-courier", watch);
  private final List<Sent> wire = new CopyOnWriteArrayList<>();

  /** One wire message, and its arrival. */
  private record Sent(List<String> items, CompletableFuture<Void> arrival, Thread sender) {}

  /** An item with a mark of exclamation travels alone; each takes as many bytes as it has signs. */
  private final Load<String> load = new Load<>() {
    @Override
    public CompletionStage<?> send(List<String> items) {
      Sent sent = new Sent(List.copyOf(items), new CompletableFuture<>(), Thread.currentThread());
      wire.add(sent);
      return sent.arrival();
    }

    @Override
    public int size(String item) {
      return item.length();
    }

    @Override
    public boolean isAlone(String item) {
      return item.endsWith("!");
    }
  };

  @AfterEach
  void end() {
    courier.close();
    watch.close();
  }

  @Test
  void what_finds_nothing_on_its_way_is_its_bringers_turn_and_the_next_gathers() {
    Lane<String> lane = acknowledged();

    assertThat(lane.isMyTurn()).isTrue();
    assertThat(lane.isMyTurn()).isFalse();
    lane.add("a");
    lane.add("b");
    lane.sent(new CompletableFuture<>());

    assertThat(wire).isEmpty();
  }

  @Test
  void what_has_gathered_leaves_together_when_the_one_before_arrives() {
    Lane<String> lane = acknowledged();
    CompletableFuture<Void> first = departed(lane);
    CompletionStage<Void> a = lane.add("a");
    CompletionStage<Void> b = lane.add("b");

    first.complete(null);

    awaitSent(List.of("a", "b"));
    assertThat(a == b).as("one outcome for all").isTrue();
    assertThat(a.toCompletableFuture()).isNotDone();
    wire.get(0).arrival().complete(null);
    a.toCompletableFuture().join();
  }

  @Test
  void a_pack_ends_at_its_limits_and_at_what_travels_alone() {
    Lane<String> lane = acknowledged();
    CompletableFuture<Void> first = departed(lane);
    for (String item : List.of("1", "2", "3", "4", "wish!", "seven77", "six666")) {
      lane.add(item);
      if (item.equals("wish!")) {
        first.complete(null);
        arriveUntil(5);
      }
    }
    arriveUntil(7);

    List<String> all = new ArrayList<>();
    wire.forEach(sent -> all.addAll(sent.items()));
    assertThat(all).containsExactly("1", "2", "3", "4", "wish!", "seven77", "six666");
    assertThat(wire.stream().map(Sent::items))
        .startsWith(List.of("1", "2", "3"), List.of("4"), List.of("wish!"))
        .allMatch(items -> items.stream().mapToInt(String::length).sum() <= 10);
  }

  @Test
  void a_failure_is_that_of_all_in_the_pack_and_of_no_other() {
    Lane<String> lane = acknowledged();
    CompletableFuture<Void> first = departed(lane);
    CompletionStage<Void> lost = lane.add("lost");
    first.complete(null);
    awaitSent(List.of("lost"));
    CompletionStage<Void> next = lane.add("next");

    wire.get(0).arrival().completeExceptionally(LOST);
    awaitSent(List.of("next"));
    wire.get(1).arrival().complete(null);

    assertThatThrownBy(() -> lost.toCompletableFuture().join()).hasCause(LOST);
    next.toCompletableFuture().join();
  }

  @Test
  void nobody_can_complete_the_outcome_for_the_others() {
    Lane<String> lane = acknowledged();
    departed(lane);
    CompletionStage<Void> a = lane.add("a");

    a.toCompletableFuture().complete(null);

    assertThat(lane.add("b").toCompletableFuture()).isNotDone();
  }

  @Test
  void what_is_answered_late_is_not_waited_for() {
    Lane<String> lane =
        new Lane<>(load, new Limits(10, 3).answered(1, Duration.ofMillis(1)), courier);
    departed(lane);

    lane.add("a");

    awaitSent(List.of("a"));
  }

  @Test
  void what_comes_while_a_lane_is_held_leaves_together_when_it_is_released() {
    Lane<String> lane =
        new Lane<>(load, new Limits(10, 3).answered(1, Duration.ofDays(1)), courier);
    lane.hold();
    assertThat(lane.isMyTurn()).isFalse();
    lane.add("a");
    lane.add("b");
    assertThat(wire).isEmpty();

    lane.release();

    assertThat(wire.stream().map(Sent::items)).containsExactly(List.of("a", "b"));
  }

  @Test
  void a_lane_is_not_held_for_long() {
    Lane<String> lane =
        new Lane<>(load, new Limits(10, 3).answered(1, Duration.ofMillis(1)), courier);
    lane.hold();

    await().until(lane::isMyTurn);
  }

  @Test
  void who_brings_the_news_of_an_answer_does_not_wait_for_the_next() {
    Lane<String> lane =
        new Lane<>(load, new Limits(10, 3).answered(1, Duration.ofMillis(9)), courier);
    lane.hold();
    List.of("1", "2", "3", "4").forEach(lane::add);

    lane.release();

    awaitSent(List.of("4"));
    assertThat(wire.get(1).sender()).isNotEqualTo(Thread.currentThread());
  }

  @Test
  void a_closed_lane_takes_nothing_and_fails_what_has_not_left() {
    Lane<String> lane = acknowledged();
    departed(lane);
    CompletionStage<Void> waiting = lane.add("a");

    lane.close(0);

    for (CompletionStage<Void> each : List.of(waiting, lane.add("b"))) {
      assertThatThrownBy(() -> each.toCompletableFuture().join())
          .cause()
          .isInstanceOfSatisfying(
              TransportException.class,
              failure -> assertThat(failure.category()).isEqualTo(Category.CLOSED));
    }
  }

  private Lane<String> acknowledged() {
    return new Lane<>(load, new Limits(10, 3).acknowledged(1), courier);
  }

  /** Has one message on its way. */
  private static CompletableFuture<Void> departed(Lane<String> lane) {
    CompletableFuture<Void> arrival = new CompletableFuture<>();
    assertThat(lane.isMyTurn()).isTrue();
    lane.sent(arrival);
    return arrival;
  }

  /** Has everything arrive, until so many items have been sent. */
  private void arriveUntil(int count) {
    await().until(() -> {
      wire.forEach(sent -> sent.arrival().complete(null));
      return wire.stream().mapToInt(sent -> sent.items().size()).sum() == count;
    });
  }

  private void awaitSent(List<String> items) {
    await().until(() -> wire.stream().anyMatch(sent -> sent.items().equals(items)));
  }
}
