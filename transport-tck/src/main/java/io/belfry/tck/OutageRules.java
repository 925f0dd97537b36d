package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.transport.Acknowledgement;
import io.belfry.transport.Capability;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** While the other side is gone, and after it has come back. */
abstract class OutageRules extends Rules {

  OutageRules(TransportContract contract) {
    super(contract);
  }

  @Test
  void ca14_a_publish_is_not_acknowledged_while_the_other_side_is_gone() throws Exception {
    assumeAcknowledged(capabilities().publishLevel());
    scene().otherSide().stop();

    assertNotAcknowledged(spoke().publish(topic("news"), Message.of("hello")));
  }

  @Test
  void ca14_a_push_is_not_acknowledged_while_the_other_side_is_gone() throws Exception {
    assumeAcknowledged(capabilities().pushLevel());
    scene().otherSide().stop();

    assertNotAcknowledged(spoke().push(address("work"), Message.of("hello")));
  }

  @Test
  void li09_after_a_restart_of_the_other_side_everything_is_in_force_again() throws Exception {
    appliesOnlyIf(capabilities().has(Capability.RECONNECT), "the transport does not reconnect");
    Transport first = spoke();
    Transport second = newSpoke();
    Collector subscriber = subscribed(second, "news");
    Collector worker = collector();
    pull(second, "work", worker);
    serve(second, "echo", CompletableFuture::completedStage);

    scene().otherSide().stop();
    patience().until("it is noticed", () -> !second.health().isHealthy());
    scene().otherSide().start();

    patience().until("the first is UP", () -> first.health().isHealthy());
    patience().until("the second is UP", () -> second.health().isHealthy());
    new Insistence(this).untilArrived(first, "news", "work", "echo", subscriber, worker);
  }

  @Test
  void li10_health_does_not_stay_up_while_the_other_side_is_gone() throws Exception {
    Transport spoke = spoke();
    scene().otherSide().stop();

    patience().until("health was not UP", () -> !spoke.health().isHealthy());
  }

  @Test
  void li12_subscription_and_transport_can_be_closed_while_the_other_side_is_gone()
      throws Exception {
    Subscription subscription = subscribe(spoke(), "news", collector());
    Subscription worker = pull(spoke(), "work", collector());
    scene().otherSide().stop();

    for (AutoCloseable closing : new AutoCloseable[] {subscription, worker, spoke()}) {
      patience().await(scene().closing(closing));
    }
  }

  private static void assumeAcknowledged(Acknowledgement level) {
    appliesOnlyIf(level != Acknowledgement.HANDED_OFF, "nothing is known of what was handed off");
  }

  /** It may fail, or wait for the other side to come back. */
  private void assertNotAcknowledged(CompletionStage<Void> sent) {
    CompletableFuture<Boolean> accepted = new CompletableFuture<>();
    sent.whenComplete((nothing, failure) -> accepted.complete(failure == null));

    boolean isQuiet = patience().stays(() -> !accepted.getNow(false));

    assertThat(isQuiet).as("the send was not acknowledged").isTrue();
  }
}
