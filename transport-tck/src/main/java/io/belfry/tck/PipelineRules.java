package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.WorkHandler;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pipeline: each piece of work is done once, by whoever is free. */
abstract class PipelineRules extends Rules {

  private static final int ROUNDS = 30;

  PipelineRules(TransportContract contract) {
    super(contract);
  }

  @Test
  void pl01_each_piece_of_work_goes_to_exactly_one_worker() {
    Collector done = collector();
    List.of(hub(), spoke(), newSpoke()).forEach(at -> pull(at, "work", done));
    List<String> fromHub = numbered("hub", 300);
    List<String> fromSpoke = numbered("spoke", 300);

    push(hub(), "work", fromHub);
    push(spoke(), "work", fromSpoke);

    done.expectInAnyOrder(Stream.concat(fromHub.stream(), fromSpoke.stream()).toList());
  }

  @Test
  void pl02_workers_share_the_work_and_each_that_is_free_gets_some() {
    Gate gate = scene().gate();
    Collector done = collectorThat(work -> gate.pass());
    List<Transport> places = List.of(hub(), spoke(), newSpoke());
    places.forEach(at -> pull(at, "work", ONE_AT_A_TIME, done));

    push(newSpoke(), "work", "a", "b", "c");

    gate.awaitHeld(places.size());
    assertThat(done.texts()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void pl03_a_single_worker_gets_work_in_the_order_of_pushing() {
    Collector done = collector();
    pull(newSpoke(), "work", done);
    List<String> work = numbered("n", 2_000);

    push(spoke(), "work", work);

    done.expectExactly(work);
  }

  @Test
  void pl04_queues_are_separate() {
    List<String> queues = List.of("work", "works", "work.more", "Work");
    List<Collector> workers = queues.stream().map(this::pulled).toList();

    queues.forEach(queue -> push(hub(), queue, numbered(queue, 10)));

    for (int i = 0; i < queues.size(); i++) {
      workers.get(i).expectExactly(numbered(queues.get(i), 10));
    }
  }

  @Test
  void pl05_workers_that_join_and_leave_make_no_work_lost_or_done_twice() {
    Collector done = collector();
    List<Transport> places = List.of(hub(), spoke(), newSpoke());
    pull(newSpoke(), "work", done);

    for (int round = 0; round < ROUNDS; round++) {
      Gate gate = scene().gate();
      CompletableFuture<Subscription> own = new CompletableFuture<>();
      boolean leavesByItself = round % 2 == 0;
      WorkHandler passing = work -> {
        done.onWork(work);
        gate.pass(); // Meanwhile more is fetched, which must not be lost.
        if (leavesByItself) {
          patience().await(own).close();
        }
      };
      own.complete(pull(places.get(round % places.size()), "work", passing));
      push(hub(), "work", numbered(round + "-", 60));
      gate.open();
      if (!leavesByItself) {
        patience().await(own).close();
      }
    }

    done.expectInAnyOrder(listOf(ROUNDS, round -> numbered(round + "-", 60)).stream()
        .flatMap(List::stream)
        .toList());
  }

  @Test
  void pl06_a_worker_at_work_holds_nothing_further_while_another_is_free() {
    Gate gate = scene().gate();
    Collector busy = collectorThat(work -> gate.pass());
    pull(spoke(), "work", ONE_AT_A_TIME, busy);
    push(hub(), "work", "long");
    gate.awaitHeld(1);
    Collector free = collector();
    pull(newSpoke(), "work", ONE_AT_A_TIME, free);
    List<String> work = numbered("n", 50);

    push(hub(), "work", work);

    free.expectInAnyOrder(work);
    assertThat(busy.texts()).containsExactly("long");
  }

  @Test
  void pl07_a_handler_that_does_not_return_delays_no_other_queue() {
    Gate gate = scene().gate();
    pull(spoke(), "stuck", collectorThat(work -> gate.pass()));
    Collector other = pulled("other");

    push(hub(), "stuck", numbered("n", 10));
    gate.awaitHeld(1);
    push(hub(), "other", "quick");

    other.expectExactly(List.of("quick"));
  }

  @Test
  void pl08_a_handler_that_throws_is_counted_and_gets_the_next_work() {
    Collector worker = collectorThat(FirstTime.failsAt("bad"));
    Subscription subscription = pull(spoke(), "work", worker);

    push(hub(), "work", "bad", "good");

    worker.awaitText("good");
    patience().until("the failure is counted", () -> subscription.counters().failed() == 1);
  }

  private Collector pulled(String queue) {
    Collector worker = collector();
    pull(spoke(), queue, worker);
    return worker;
  }
}
