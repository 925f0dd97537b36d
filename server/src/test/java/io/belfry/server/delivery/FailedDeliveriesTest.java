package io.belfry.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.notifier.Outcome;
import io.belfry.server.mailbox.MailboxConfig;
import io.belfry.server.mailbox.Mailboxes;
import io.belfry.service.MailboxInfo;
import io.belfry.service.MailboxInfo.State;
import io.belfry.service.MailboxQuery;
import io.belfry.service.Steering;
import io.belfry.tck.Waiting;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What becomes of what fails. */
class FailedDeliveriesTest extends OnEachDelivery {

  @Test
  void a_code_that_failed_is_sent_again_and_is_the_same() {
    mailboxes = new Mailboxes(bed.store(), MailboxConfig.DEFAULTS);
    postman.says(Outcome.later("busy"));
    start(CONFIG);
    register("clock", A);
    Waiting.until("it was tried", () -> postman.notices().size() >= 3);
    postman.says(Outcome.delivered());
    Waiting.until("it has come", () -> only(State.PENDING).failure().isEmpty());
    assertThat(postman.notices()).containsOnly(postman.notices().get(0));
  }

  @Test
  void a_code_that_is_good_no_more_is_not_sent() {
    register("clock", B);
    mailboxes = new Mailboxes(
        bed.store(),
        new MailboxConfig(true, Duration.ofMillis(1), 1, 1, 1, 1, 10, Duration.ofDays(1)));
    register("clock", A);
    Instant registered = Instant.now();
    Waiting.until("it is too late", () -> Instant.now().isAfter(registered.plusMillis(1)));
    start(CONFIG);
    publish("clock", "1");
    awaitTold(B, "1");
    assertThat(postman.notices()).hasSize(1);
  }

  @Test
  void what_failed_is_tried_again_under_its_id_and_nothing_overtakes_it() {
    register("clock", A);
    postman.says(Outcome.later("450 busy"));
    start(CONFIG);
    publish("clock", "1");
    publish("clock", "2");
    Waiting.until("it was tried", () -> postman.notices().size() >= 3);
    Waiting.until("it is shown", () -> only(State.ACTIVE).failure().isPresent());
    assertThat(only(State.ACTIVE).failure().orElseThrow().reason()).isEqualTo("450 busy");
    assertThat(postman.told(A)).containsOnly("1");
    assertThat(ids()).hasSizeGreaterThan(2).containsOnly(ids().get(0));
    postman.says(Outcome.delivered());
    Waiting.until("both have come", () -> postman.told(A).contains("2"));
    Waiting.until("all is well", () -> only(State.ACTIVE).failure().isEmpty());
  }

  @Test
  void what_is_refused_stops_its_mailbox_alone_until_somebody_decides() {
    register("clock", A);
    register("clock", B);
    postman.says(to -> to.address().equals(A) ? Outcome.never("550 who?") : Outcome.delivered());
    start(CONFIG);
    publish("clock", "1");
    publish("clock", "2");
    awaitTold(B, "1", "2");
    MailboxInfo stopped = stopped();
    assertThat(stopped.failure().orElseThrow().reason()).isEqualTo("550 who?");
    assertThat(stopped.failure().orElseThrow().nextTry()).isEmpty();
    assertThat(postman.told(A)).containsExactly("1");

    postman.says(Outcome.delivered());
    mailboxes.steer(stopped.id(), Steering.RETRY);
    awaitTold(A, "1", "1", "2");
    assertThat(ids().stream().distinct()).hasSize(4);
    Waiting.until("all is well", () -> mailboxes.countStopped() == 0);
  }

  @Test
  void what_is_dropped_is_passed_over() {
    register("clock", A);
    postman.says(Outcome.never("552 too large"));
    start(CONFIG);
    publish("clock", "1");
    publish("clock", "2");
    MailboxInfo stopped = stopped();
    postman.says(Outcome.delivered());
    mailboxes.steer(stopped.id(), Steering.DROP);
    awaitTold(A, "1", "2");
    Waiting.until("all is well", () -> only(State.ACTIVE).failure().isEmpty());
  }

  @Test
  void what_fails_for_too_long_stops() {
    register("clock", A);
    postman.says(Outcome.later("busy"));
    start(CONFIG.withRetry(
        new RetrySchedule(Duration.ofMillis(5), 2, Duration.ofMillis(20), Duration.ofMillis(60))));
    publish("clock", "1");
    assertThat(stopped().failure().orElseThrow().tries()).isGreaterThan(1);
  }

  @Test
  void where_nothing_can_be_delivered_all_waits_and_nobody_is_blamed() {
    register("clock", A);
    register("clock", B);
    postman.says(Outcome.unavailable("no such host"));
    Deliveries deliveries = start(CONFIG);
    publish("clock", "1");
    Waiting.until("it is told", () -> deliveries.trouble().equals("no such host"));
    assertThat(deliveries.waiting()).isEqualTo(2);
    assertThat(mailboxes.list(MailboxQuery.ALL).mailboxes())
        .allMatch(mailbox -> mailbox.failure().isEmpty());
    postman.says(Outcome.delivered());
    Waiting.until("it is over", () -> deliveries.trouble().isEmpty());
    Waiting.until("nobody waits", () -> deliveries.waiting() == 0);
    assertThat(postman.told(A)).contains("1");
    assertThat(postman.told(B)).contains("1");
  }
}
