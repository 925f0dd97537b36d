package io.belfry.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.beds.OnEachStore;
import io.belfry.service.Cursor;
import io.belfry.service.EmailRegistered;
import io.belfry.service.EmailRegistration;
import io.belfry.service.MailboxInfo;
import io.belfry.service.MailboxInfo.State;
import io.belfry.service.MailboxList;
import io.belfry.service.MailboxQuery;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Steering;
import io.belfry.tck.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mailboxes that want mails, and what their owners must do for that. */
class MailboxesTest extends OnEachStore {

  private static final Topic BELL = new Topic("bell");
  private static final EmailRegistration WANTED =
      new EmailRegistration(new TopicFilter("bell.#"), "quasimodo@example.org", "en");

  private Mailboxes mailboxes;

  @BeforeEach
  void begin() {
    mailboxes = with(MailboxConfig.DEFAULTS);
  }

  @Test
  void an_address_counts_once_its_owner_has_shown_the_code() {
    assertThat(register(WANTED)).isEqualTo(new EmailRegistered(true));
    assertThat(mailboxes.count(BELL)).isZero();
    String code = code();
    assertThat(mailboxes.confirm(code)).isEqualTo(WANTED);
    assertThat(mailboxes.count(BELL)).isEqualTo(1);
    assertThat(mailboxes.count()).isEqualTo(1);
    assertThat(mailboxes.count(new Topic("clock"))).isZero();
    assertThat(with(MailboxConfig.DEFAULTS).count(BELL)).isEqualTo(1);
  }

  @Test
  void it_gets_what_comes_after_the_confirmation() {
    register(WANTED);
    long before = bed.publish(4);
    mailboxes.confirm(code());
    Cursor position = bed.store()
        .read(handle -> handle
            .createQuery("SELECT epoch, position FROM mailbox")
            .map((row, context) -> Cursor.at(row.getString(1), row.getLong(2)))
            .one());
    assertThat(position).isEqualTo(Cursor.at(bed.log().epoch(), before));
  }

  @Test
  void to_confirm_it_twice_changes_nothing() {
    register(WANTED);
    String code = code();
    mailboxes.confirm(code);
    assertThat(mailboxes.confirm(code)).isEqualTo(WANTED);
    assertThat(mailboxes.count()).isEqualTo(1);
  }

  @Test
  void to_register_it_again_changes_nothing_and_tells_nothing() {
    EmailRegistered first = register(WANTED);
    assertThat(register(WANTED)).isEqualTo(first);
    mailboxes.confirm(code());
    assertThat(register(WANTED)).isEqualTo(first);
    EmailRegistration sameMailbox =
        new EmailRegistration(WANTED.filter(), "quasimodo@EXAMPLE.org", "en");
    assertThat(register(sameMailbox)).isEqualTo(first);
    assertThat(codesToSend()).isEmpty();
    assertThat(mailboxes.count()).isEqualTo(1);
  }

  @Test
  void without_confirmation_it_counts_at_once() {
    register(WANTED);
    Mailboxes trusting = with(MailboxConfig.DEFAULTS.withoutConfirmation());
    assertThat(trusting.register(WANTED, "")).isEqualTo(new EmailRegistered(false));
    trusting.register(WANTED, "");
    assertThat(trusting.count(BELL)).isEqualTo(1);
    assertThat(codesToSend()).isEmpty();
  }

  @Test
  void a_wrong_code_confirms_nothing() {
    register(WANTED);
    String code = code();
    char last = code.charAt(code.length() - 1);
    String wrong = code.substring(0, code.length() - 1) + (last == 'A' ? 'Q' : 'A');
    String ofAnother = "zz" + code.substring(code.indexOf('-'));
    for (String bad :
        List.of(wrong, ofAnother, code + " ", "", "1-", "-", "1-x", "x".repeat(999))) {
      assertRefused(Code.INVALID_CODE, () -> mailboxes.confirm(bad));
    }
    assertThat(mailboxes.count()).isZero();
    mailboxes.confirm(code);
  }

  @Test
  void an_old_code_is_no_good() {
    register(WANTED);
    String code = code();
    time.pass(MailboxConfig.DEFAULTS.codeLife());
    assertRefused(Code.INVALID_CODE, () -> mailboxes.confirm(code));
  }

  @Test
  void a_new_code_ends_the_one_before() {
    register(WANTED);
    String first = code();
    register(WANTED);
    String second = code();
    assertRefused(Code.INVALID_CODE, () -> mailboxes.confirm(first));
    mailboxes.confirm(second);
  }

  @Test
  void a_code_is_sent_when_asked_for_and_only_so_often() {
    for (int i = 0; i < MailboxConfig.DEFAULTS.codesForEach(); i++) {
      register(WANTED);
      register(WANTED); // That one is on its way.
      code();
    }
    assertThat(register(WANTED)).isEqualTo(new EmailRegistered(true));
    assertThat(codesToSend()).isEmpty();
  }

  @Test
  void an_address_gets_so_many_codes_in_a_day_whoever_asks_for_whatever() {
    mailboxes = with(caps(2, 100));
    for (int i = 0; i < 5; i++) {
      mailboxes.register(wanting("topic-" + i, "quasimodo@example.org"), "source " + i);
    }
    assertThat(codesToSend()).hasSize(2);
    mailboxes.register(wanting("topic", "frollo@example.org"), "source");
    assertThat(codesToSend()).hasSize(3);
    time.pass(Duration.ofDays(1));
    mailboxes.register(wanting("topic-5", "quasimodo@example.org"), "source");
    assertThat(codesToSend()).hasSize(4);
  }

  @Test
  void one_who_asks_can_have_so_many_codes_sent_in_an_hour() {
    mailboxes = with(caps(100, 2));
    for (int i = 0; i < 5; i++) {
      assertThat(mailboxes.register(wanting("topic", "a" + i + "@example.org"), "mallory"))
          .isEqualTo(new EmailRegistered(true));
    }
    assertThat(codesToSend()).hasSize(2);
    mailboxes.register(wanting("topic", "b@example.org"), "alice");
    assertThat(codesToSend()).hasSize(3);
    time.pass(Duration.ofHours(1));
    mailboxes.register(wanting("topic", "c@example.org"), "mallory");
    assertThat(codesToSend()).hasSize(4);
  }

  @Test
  void a_code_is_the_same_until_another_is_asked_for_and_is_not_kept() {
    register(WANTED);
    long id = codesToSend().get(0);
    String code = addressee(id).confirmCode();
    assertThat(new MailCursors(bed.store()).addressees(List.of(id)).get(id).confirmCode())
        .isEqualTo(code);
    assertThat(addressee(id).toString()).doesNotContain(code);
  }

  @Test
  void the_code_of_every_mail_ends_the_registration() {
    register(WANTED);
    long id = codesToSend().get(0);
    String leave = addressee(id).leaveCode();
    assertRefused(Code.INVALID_CODE, () -> mailboxes.confirm(leave));
    mailboxes.confirm(addressee(id).confirmCode());
    assertRefused(Code.INVALID_CODE, () -> mailboxes.unregister(addressee(id).confirmCode()));
    assertThat(addressee(id).leaveCode()).isEqualTo(leave);

    assertThat(mailboxes.unregister(leave)).isEqualTo(WANTED);
    assertThat(mailboxes.count(BELL)).isZero();
    assertThat(mailboxes.list(MailboxQuery.ALL).mailboxes()).isEmpty();
    assertRefused(Code.INVALID_CODE, () -> mailboxes.unregister(leave));

    time.pass(Duration.ofSeconds(1));
    register(WANTED);
    assertRefused(Code.INVALID_CODE, () -> mailboxes.unregister(leave));
  }

  @Test
  void they_are_listed_in_pages_by_state() {
    for (int i = 0; i < 5; i++) {
      mailboxes.register(wanting("topic", "a" + i + "@example.org"), "");
    }
    List<Long> ids = codesToSend();
    mailboxes.confirm(addressee(ids.get(1)).confirmCode());
    mailboxes.steer(ids.get(2), Steering.PAUSE);

    MailboxList first = mailboxes.list(new MailboxQuery(Optional.empty(), 0, 3));
    MailboxList second = mailboxes.list(new MailboxQuery(Optional.empty(), ids.get(2), 3));
    assertThat(first.hasMore()).isTrue();
    assertThat(first.mailboxes())
        .extracting(MailboxInfo::state)
        .containsExactly(State.PENDING, State.ACTIVE, State.PAUSED);
    assertThat(second.hasMore()).isFalse();
    assertThat(second.mailboxes()).extracting(MailboxInfo::id).containsAll(ids.subList(3, 5));
    for (State state : State.values()) {
      assertThat(mailboxes.list(new MailboxQuery(Optional.of(state), 0, 10)).mailboxes())
          .extracting(MailboxInfo::state)
          .containsOnly(state == State.STOPPED ? new State[0] : new State[] {state});
    }
  }

  @Test
  void who_is_not_there_can_not_be_steered() {
    for (Steering steering : Steering.values()) {
      assertRefused(Code.UNKNOWN_MAILBOX, () -> mailboxes.steer(7, steering));
    }
  }

  @Test
  void an_address_has_so_many_and_nobody_is_told() {
    mailboxes =
        with(new MailboxConfig(false, Duration.ofDays(1), 1, 10, 10, 2, 3, Duration.ofDays(2)));
    for (String filter : List.of("a", "b", "c", "d")) {
      assertThat(register(filter, "quasimodo@example.org")).isEqualTo(new EmailRegistered(false));
    }
    assertThat(mailboxes.count()).isEqualTo(2);
    register("a", "frollo@example.org");
    assertRefused(Code.BUSY, () -> register("b", "frollo@example.org"));
    assertRefused(Code.BUSY, () -> register("a", "frollo@example.org"));
  }

  @Test
  void what_nobody_confirms_is_forgotten_and_makes_room() {
    mailboxes =
        with(new MailboxConfig(true, Duration.ofDays(1), 1, 10, 10, 2, 2, Duration.ofDays(2)));
    register(WANTED);
    mailboxes.confirm(code());
    register("a", "frollo@example.org");
    time.pass(Duration.ofDays(1));
    assertThat(mailboxes.expire()).isZero();
    time.pass(Duration.ofDays(2));
    assertThat(mailboxes.expire()).isEqualTo(1);
    assertThat(mailboxes.count()).isEqualTo(1);
    register("b", "esmeralda@example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"e", "en_US", "en-", "en\u00e9", "english language"})
  void what_is_no_language_is_refused(String language) {
    assertRefused(
        Code.BAD_REQUEST,
        () -> register(new EmailRegistration(WANTED.filter(), WANTED.address(), language)));
  }

  @Test
  void another_server_counts_them_soon() {
    onlyWhereServersShareIt();
    Mailboxes elsewhere = new Mailboxes(bed.another(), MailboxConfig.DEFAULTS, time);
    assertThat(elsewhere.count(BELL)).isZero();
    register(WANTED);
    elsewhere.confirm(code());
    assertThat(elsewhere.count(BELL)).isEqualTo(1);
    Waiting.until("it was counted here, too", () -> mailboxes.count(BELL) == 1);
  }

  private EmailRegistered register(String filter, String address) {
    return register(new EmailRegistration(new TopicFilter(filter), address, "en"));
  }

  private Mailboxes with(MailboxConfig config) {
    return new Mailboxes(bed.store(), config, time);
  }

  private EmailRegistered register(EmailRegistration wanted) {
    return mailboxes.register(wanted, "");
  }

  private static EmailRegistration wanting(String filter, String address) {
    return new EmailRegistration(new TopicFilter(filter), address, "en");
  }

  private static MailboxConfig caps(int forAddress, int forSource) {
    return new MailboxConfig(
        true, Duration.ofDays(3), 3, forAddress, forSource, 100, 100, Duration.ofDays(7));
  }

  /** The registrations to whose addresses a code has not been sent yet. */
  private List<Long> codesToSend() {
    MailCursors cursors = new MailCursors(bed.store());
    return IntStream.range(0, MailCursor.SHARDS)
        .boxed()
        .flatMap(shard -> cursors.ofShard(shard, 0, 100).stream())
        .filter(cursor -> !cursor.isConfirmed())
        .map(MailCursor::id)
        .sorted()
        .toList();
  }

  private Addressee addressee(long id) {
    return new MailCursors(bed.store()).addressees(List.of(id)).get(id);
  }

  /** The code that is to be sent, which is so sent. */
  private String code() {
    long id = codesToSend().get(0);
    String code = addressee(id).confirmCode();
    MailCursors cursors = new MailCursors(bed.store());
    bed.store().inTransaction(handle -> {
      cursors.settle(handle, List.of(new Settlement(id, false, 0, 0, 0, 0, 0, false, "")));
      return true;
    });
    return code;
  }
}
