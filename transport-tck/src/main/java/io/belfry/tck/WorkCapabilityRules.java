package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.transport.Acknowledgement;
import io.belfry.transport.Capability;
import io.belfry.transport.PullOptions;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException.Category;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Capabilities of the pipeline: what becomes of work that waits, or whose worker fails. */
abstract class WorkCapabilityRules extends Rules {

  WorkCapabilityRules(TransportContract contract) {
    super(contract);
  }

  @Test
  void ca02_work_without_a_worker_is_stored_or_never_seen() {
    List<String> work = numbered("stored", 3);

    leaveWaiting(spoke(), work);

    expectAfterwards(capabilities().has(Capability.STORED_WORK), work);
  }

  @Test
  void ca03_waiting_work_survives_a_restart_or_is_gone() throws Exception {
    boolean durable = capabilities().has(Capability.DURABLE_WORK);
    List<String> work = numbered("durable", 3);
    leaveWaiting(hub(), work);

    scene().otherSide().stop();
    scene().otherSide().start();

    expectAfterwards(durable, work);
  }

  @Test
  void ca04_work_whose_handler_threw_is_delivered_again_or_lost() {
    Collector worker = collectorThat(FirstTime.failsAt("fragile"));
    pull(spoke(), "work", worker);

    push(hub(), "work", "fragile", "solid");

    if (capabilities().has(Capability.REDELIVERY)) {
      worker.expectInAnyOrder(List.of("fragile", "fragile", "solid"));
    } else {
      worker.expectExactly(List.of("fragile", "solid"));
    }
  }

  @Test
  void ca05_work_that_a_closed_worker_had_not_begun_goes_to_another() {
    appliesOnlyIf(capabilities().has(Capability.REDELIVERY), "the transport does not redeliver");
    Gate gate = scene().gate();
    Transport leaving = newSpoke();
    pull(leaving, "work", new PullOptions(10), collectorThat(work -> gate.pass()));
    List<String> work = numbered("n", 5);
    push(hub(), "work", "at work");
    gate.awaitHeld(1);
    push(hub(), "work", work);

    Collector other = collector();
    pull(spoke(), "work", other);
    leaving.close();

    work.forEach(other::awaitText);
  }

  @Test
  void ca07_higher_priority_comes_first_or_is_refused() {
    if (!capabilities().has(Capability.PRIORITY)) {
      CompletionStage<Void> pushed =
          spoke().push(address("work"), Message.of("urgent").withPriority(9));
      assertThat(patience().failureOf(pushed).category()).isEqualTo(Category.REFUSED);
      return;
    }
    Gate gate = scene().gate();
    Collector worker = collectorThat(work -> gate.pass());
    pull(spoke(), "work", ONE_AT_A_TIME, worker);
    push(hub(), "work", "at work");
    gate.awaitHeld(1);

    pushWithPriority(1);
    push(hub(), "work", "4");
    pushWithPriority(9);
    pushWithPriority(0);
    letItSettle();
    gate.open();

    worker.expectExactly(List.of("at work", "9", "4", "1", "0"));
  }

  @Test
  void ca15_persisted_work_survives_the_death_of_the_broker() throws Exception {
    appliesOnlyIf(
        capabilities().pushLevel() == Acknowledgement.PERSISTED, "the transport does not persist");
    List<String> work = numbered("persisted", 20);
    push(spoke(), "work", work);

    scene().otherSide().kill();
    scene().otherSide().start();

    expectAfterwards(true, work);
  }

  private void pushWithPriority(int priority) {
    Message work = Message.of(Integer.toString(priority)).withPriority(priority);
    patience().await(hub().push(address("work"), work));
  }

  /** Pushes what nobody pulls; a transport may refuse that. */
  private void leaveWaiting(Transport from, List<String> work) {
    List<CompletionStage<Void>> pushed =
        work.stream().map(text -> from.push(address("work"), Message.of(text))).toList();
    if (capabilities().has(Capability.STORED_WORK)) {
      awaitAll(pushed);
    }
    letItSettle();
  }

  /** Checks with a new worker whether the work is there; what is pushed last shows the end. */
  private void expectAfterwards(boolean isThere, List<String> work) {
    Collector worker = collector();
    Transport late = newSpoke();
    pull(late, "work", worker);
    push(late, "work", "last");
    worker.awaitText("last");
    if (isThere) {
      work.forEach(worker::awaitText);
    } else {
      worker.expectExactly(List.of("last"));
    }
  }

  /** What is only handed off may still be on its way. */
  private void letItSettle() {
    if (capabilities().pushLevel() == Acknowledgement.HANDED_OFF) {
      patience().stays(() -> true);
    }
  }
}
