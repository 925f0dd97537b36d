package io.belfry.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Changes;
import io.belfry.notifier.Confirmation;
import io.belfry.notifier.Outcome;
import io.belfry.server.mailbox.MailboxConfig;
import io.belfry.server.mailbox.Mailboxes;
import io.belfry.service.MailboxInfo;
import io.belfry.service.MailboxInfo.State;
import io.belfry.service.Steering;
import io.belfry.tck.Waiting;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who gets what, and when. */
class DeliveriesTest extends OnEachDelivery {

  @Test
  void each_change_is_told_once_to_those_who_want_it_in_order() {
    register("bell.#", A);
    register("clock", B);
    start(CONFIG);
    publish("bell.big", "1");
    publish("clock", "2");
    publish("bell.small", "3");
    publish("bell.big", "4");
    awaitTold(A, "1", "3", "4");
    awaitTold(B, "2");
    Changes first = (Changes) postman.notices().get(0);
    assertThat(first.filter()).isEqualTo(new TopicFilter("bell.#"));
    assertThat(first.changes().get(0).topic()).isEqualTo(new Topic("bell.big"));
    assertThat(first.changes().get(0).seq()).isEqualTo(1);
    assertThat(first.recipients().get(0).leaveCode()).isPresent();
    assertThat(ids()).doesNotHaveDuplicates();
  }

  @Test
  void who_registers_gets_what_comes_after_that() {
    start(CONFIG);
    publish("clock", "before");
    register("clock", A);
    publish("clock", "after");
    awaitTold(A, "after");
  }

  @Test
  void what_was_published_while_nobody_delivered_is_delivered_later() throws Exception {
    register("#", A);
    publish("clock", "1");
    start(CONFIG);
    awaitTold(A, "1");
    endLast();
    publish("clock", "2");
    publish("bell.big", "3");
    start(CONFIG);
    awaitTold(A, "1", "2", "3");
  }

  @Test
  void a_code_comes_first_and_nothing_before_it_is_confirmed() {
    mailboxes = new Mailboxes(bed.store(), MailboxConfig.DEFAULTS);
    start(CONFIG);
    register("clock", A);
    Waiting.until("a code was sent", () -> postman.notices().size() == 1);
    Confirmation code = (Confirmation) postman.notices().get(0);
    publish("clock", "unwanted yet");
    mailboxes.confirm(code.code());
    publish("clock", "wanted");
    awaitTold(A, "wanted");
    assertThat(postman.notices()).hasSize(2);
  }

  @Test
  void a_paused_mailbox_misses_nothing() {
    register("clock", A);
    start(CONFIG);
    publish("clock", "1");
    awaitTold(A, "1");
    mailboxes.steer(only(State.ACTIVE).id(), Steering.PAUSE);
    // What was changed by hand before is known when this has come.
    register("bell.big", B);
    publish("bell.big", "x");
    awaitTold(B, "x");
    publish("clock", "2");
    publish("bell.big", "y");
    awaitTold(B, "x", "y");
    assertThat(postman.told(A)).containsExactly("1");
    mailboxes.steer(only(State.PAUSED).id(), Steering.RESUME);
    awaitTold(A, "1", "2");
  }

  @Test
  void who_has_left_gets_nothing_more() {
    register("clock", A);
    register("clock", B);
    start(CONFIG);
    publish("clock", "1");
    awaitTold(A, "1");
    mailboxes.unregister(postman.notices().stream()
        .flatMap(notice -> notice.recipients().stream())
        .filter(to -> to.address().equals(A))
        .findFirst()
        .flatMap(to -> to.leaveCode())
        .orElseThrow());
    publish("clock", "2");
    awaitTold(B, "1", "2");
    assertThat(postman.told(A)).containsExactly("1");
  }

  @Test
  void what_is_kept_no_more_is_told() {
    register("clock", A);
    publish("clock", "1");
    publish("clock", "2");
    publish("clock", "3");
    bed.purgeAllButTheLast();
    start(CONFIG);
    Waiting.until("it was told", () -> !postman.notices().isEmpty());
    Changes notice = (Changes) postman.notices().get(0);
    assertThat(notice.losses()).singleElement().matches(loss -> loss.through() == 2);
    awaitTold(A, "3");
  }

  @Test
  void the_log_is_needed_from_where_the_last_mailbox_stands() {
    assertThat(mailboxes.neededFrom()).isEmpty();
    register("clock", A);
    register("bell.big", B);
    assertThat(mailboxes.neededFrom()).hasValue(1);
    postman.says(to -> to.address().equals(A) ? Outcome.never("550 who?") : Outcome.delivered());
    start(CONFIG);
    publish("bell.big", "1");
    publish("clock", "2");
    publish("bell.big", "3");
    MailboxInfo stopped = stopped();
    awaitTold(B, "1", "3");
    Waiting.until(
        "it is needed from the refused one on",
        () -> mailboxes.neededFrom().getAsLong() == stopped.position() + 1);
    mailboxes.steer(stopped.id(), Steering.DROP);
    Waiting.until("none is needed", () -> mailboxes.neededFrom().getAsLong() == 4);
  }

  @Test
  void many_mailboxes_get_all_of_it() {
    IntStream.range(0, 300).forEach(i -> register("bell.*", "a" + i + "@d" + i % 7 + ".example"));
    start(CONFIG);
    for (int i = 0; i < 5; i++) {
      publish("bell.big", "" + i);
    }
    Waiting.until("all have come", () -> postman.notices().size() == 1_500);
    for (int i = 0; i < 300; i++) {
      assertThat(postman.told("a" + i + "@d" + i % 7 + ".example"))
          .containsExactly("0", "1", "2", "3", "4");
    }
    assertThat(ids()).doesNotHaveDuplicates();
  }
}
