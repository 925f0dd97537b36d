package io.belfry.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Changes;
import io.belfry.notifier.Confirmation;
import io.belfry.notifier.Notice;
import io.belfry.notifier.Outcome;
import io.belfry.server.beds.OnEachStore;
import io.belfry.server.mailbox.MailboxConfig;
import io.belfry.server.mailbox.Mailboxes;
import io.belfry.service.EmailRegistration;
import io.belfry.service.MailboxInfo;
import io.belfry.service.MailboxInfo.State;
import io.belfry.service.MailboxQuery;
import io.belfry.service.Publication;
import io.belfry.service.Steering;
import io.belfry.service.TopicSpec;
import io.belfry.tck.Waiting;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who gets what, and what becomes of what fails. */
@Timeout(60)
class DeliveriesTest extends OnEachStore {

  private static final RetrySchedule SOON =
      new RetrySchedule(Duration.ofMillis(20), 1, Duration.ofMillis(20), Duration.ofDays(1));
  private static final DeliveryConfig CONFIG = DeliveryConfig.DEFAULTS.withRetry(SOON);
  private static final String A = "a@example.org";
  private static final String B = "b@example.org";

  private final Postman postman = new Postman();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private Mailboxes mailboxes;

  @BeforeEach
  void prepare() {
    mailboxes = new Mailboxes(bed.store(), MailboxConfig.DEFAULTS.withoutConfirmation());
    for (String topic : List.of("bell.big", "bell.small", "clock")) {
      bed.log().createTopic(TopicSpec.of(new Topic(topic)));
    }
  }

  @AfterEach
  void end() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

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
    open.pop().close();
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
  void a_digest_gathers_what_comes_within_its_window() {
    register("#", A);
    publish("clock", "1");
    publish("bell.big", "2");
    start(CONFIG.withDigest(Duration.ofMillis(300), 100));
    publish("clock", "3");
    awaitTold(A, "1+2+3");
    publish("clock", "4");
    awaitTold(A, "1+2+3", "4");
  }

  @Test
  void a_full_digest_does_not_wait() {
    register("#", A);
    start(CONFIG.withDigest(Duration.ofHours(1), 3));
    for (int i = 1; i <= 7; i++) {
      publish("clock", "" + i);
    }
    awaitTold(A, "1+2+3", "4+5+6");
  }

  @Test
  void a_digest_that_is_tried_again_is_the_same_whatever_comes_meanwhile() throws Exception {
    register("#", A);
    publish("clock", "1");
    postman.hold();
    start(CONFIG.withDigest(Duration.ofMillis(1), 100));
    Waiting.until("it is under way", () -> postman.held() == 1);
    postman.says(Outcome.unavailable("the process ends"));
    publish("clock", "2");
    postman.letGo();
    open.pop().close();
    postman.says(Outcome.delivered());
    start(CONFIG.withDigest(Duration.ofMillis(1), 100));
    Waiting.until("the other has come", () -> postman.told(A).contains("2"));
    List<String> told = postman.told(A);
    assertThat(told.subList(0, told.size() - 1)).hasSizeGreaterThan(1).containsOnly("1");
    assertThat(ids().subList(0, told.size() - 1)).containsOnly(ids().get(0));
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
  void a_domain_has_so_many_at_once_and_hinders_no_other() {
    for (int i = 0; i < 10; i++) {
      register("clock", "a" + i + "@slow.example");
    }
    register("clock", A);
    postman.hold();
    start(CONFIG.withDomainCaps(3, 0));
    publish("clock", "1");
    Waiting.until("as many as may are under way", () -> postman.held() == 4);
    assertThat(postman.told(A)).containsExactly("1");
    assertThat(Waiting.stays(Duration.ofMillis(300), () -> postman.held() == 4)).isTrue();
    postman.letGo();
    Waiting.until("all have come", () -> postman.notices().size() == 11);
  }

  @Test
  void a_domain_gets_so_many_a_minute() {
    for (int i = 0; i < 5; i++) {
      register("clock", "a" + i + "@slow.example");
    }
    start(CONFIG.withDomainCaps(3, 300));
    long start = System.nanoTime();
    publish("clock", "1");
    Waiting.until("all have come", () -> postman.notices().size() == 5);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(780));
  }

  @Test
  void several_can_share_a_notice_if_they_speak_one_language() {
    for (int i = 0; i < 6; i++) {
      register("clock", "a" + i + "@example.org", i == 5 ? "ko" : "en");
    }
    postman.says(to -> to.address().startsWith("a1") ? Outcome.later("busy") : Outcome.delivered());
    publish("clock", "1");
    start(CONFIG.sharedBy(10));
    Waiting.until("it was tried again", () -> postman.told("a1@example.org").size() >= 2);
    Notice shared = postman.notices().stream()
        .filter(notice -> notice.recipients().size() == 5)
        .findFirst()
        .orElseThrow();
    assertThat(postman.told("a5@example.org")).containsExactly("1");
    assertThat(postman.told("a0@example.org")).containsExactly("1");
    assertThat(postman.notices().stream()
            .filter(notice -> notice.recipients().get(0).address().startsWith("a1"))
            .map(Notice::id))
        .containsOnly(shared.id());
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

  private Deliveries start(DeliveryConfig config) {
    Deliveries deliveries = Deliveries.start("server", bed.store(), bed.log(), postman, config);
    open.push(deliveries);
    return deliveries;
  }

  private void register(String filter, String address) {
    register(filter, address, "en");
  }

  private void register(String filter, String address, String language) {
    mailboxes.register(new EmailRegistration(new TopicFilter(filter), address, language), "");
  }

  private void publish(String topic, String text) {
    Waiting.value(bed.log().append(Publication.of(new Topic(topic), text)));
  }

  private void awaitTold(String address, String... texts) {
    Waiting.until(address + " was told", () -> postman.told(address).size() >= texts.length);
    assertThat(postman.told(address)).containsExactly(texts);
  }

  private List<String> ids() {
    return postman.notices().stream().map(Notice::id).toList();
  }

  private MailboxInfo only(State state) {
    List<MailboxInfo> all = mailboxes.list(MailboxQuery.ALL).mailboxes();
    assertThat(all).filteredOn(mailbox -> mailbox.state() == state).isNotEmpty();
    return all.stream().filter(mailbox -> mailbox.state() == state).findFirst().orElseThrow();
  }

  private MailboxInfo stopped() {
    Waiting.until("it has stopped", () -> mailboxes.countStopped() == 1);
    return mailboxes.list(MailboxQuery.STOPPED).mailboxes().get(0);
  }
}
