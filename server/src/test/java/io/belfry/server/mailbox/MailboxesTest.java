package io.belfry.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.beds.OnEachStore;
import io.belfry.service.Cursor;
import io.belfry.service.EmailRegistered;
import io.belfry.service.EmailRegistration;
import io.belfry.service.ServiceException.Code;
import io.belfry.tck.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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
    assertThat(mailboxes.register(WANTED)).isEqualTo(new EmailRegistered(true));
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
    mailboxes.register(WANTED);
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
    mailboxes.register(WANTED);
    String code = code();
    mailboxes.confirm(code);
    assertThat(mailboxes.confirm(code)).isEqualTo(WANTED);
    assertThat(mailboxes.count()).isEqualTo(1);
  }

  @Test
  void to_register_it_again_changes_nothing_and_tells_nothing() {
    EmailRegistered first = mailboxes.register(WANTED);
    assertThat(mailboxes.register(WANTED)).isEqualTo(first);
    mailboxes.confirm(code());
    assertThat(mailboxes.register(WANTED)).isEqualTo(first);
    EmailRegistration sameMailbox =
        new EmailRegistration(WANTED.filter(), "quasimodo@EXAMPLE.org", "en");
    assertThat(mailboxes.register(sameMailbox)).isEqualTo(first);
    assertThat(mailboxes.awaitingCode(10)).isEmpty();
    assertThat(mailboxes.count()).isEqualTo(1);
  }

  @Test
  void without_confirmation_it_counts_at_once() {
    mailboxes.register(WANTED);
    Mailboxes trusting = with(MailboxConfig.DEFAULTS.withoutConfirmation());
    assertThat(trusting.register(WANTED)).isEqualTo(new EmailRegistered(false));
    trusting.register(WANTED);
    assertThat(trusting.count(BELL)).isEqualTo(1);
    assertThat(trusting.awaitingCode(10)).isEmpty();
  }

  @Test
  void a_wrong_code_confirms_nothing() {
    mailboxes.register(WANTED);
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
    mailboxes.register(WANTED);
    String code = code();
    time.pass(MailboxConfig.DEFAULTS.codeLife());
    assertRefused(Code.INVALID_CODE, () -> mailboxes.confirm(code));
  }

  @Test
  void a_new_code_ends_the_one_before() {
    mailboxes.register(WANTED);
    String first = code();
    mailboxes.register(WANTED);
    String second = code();
    assertRefused(Code.INVALID_CODE, () -> mailboxes.confirm(first));
    mailboxes.confirm(second);
  }

  @Test
  void a_code_is_made_when_asked_for_and_only_so_often() {
    for (int i = 0; i < MailboxConfig.DEFAULTS.codesForEach(); i++) {
      mailboxes.register(WANTED);
      long id = mailboxes.awaitingCode(10).get(0).id();
      assertThat(mailboxes.issueCode(id)).isPresent();
      assertThat(mailboxes.issueCode(id)).isEmpty();
    }
    assertThat(mailboxes.register(WANTED)).isEqualTo(new EmailRegistered(true));
    assertThat(mailboxes.awaitingCode(10)).isEmpty();
  }

  @Test
  void a_code_is_not_kept() {
    mailboxes.register(WANTED);
    String secret = code().replaceFirst(".*?-", "");
    byte[] kept = bed.store()
        .read(handle -> handle
            .createQuery("SELECT code_hash FROM mailbox")
            .mapTo(byte[].class)
            .one());
    assertThat(kept).hasSize(32);
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
  }

  @Test
  void an_address_has_so_many_and_nobody_is_told() {
    mailboxes = with(new MailboxConfig(false, Duration.ofDays(1), 1, 2, 3, Duration.ofDays(2)));
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
    mailboxes = with(new MailboxConfig(true, Duration.ofDays(1), 1, 2, 2, Duration.ofDays(2)));
    mailboxes.register(WANTED);
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
        () ->
            mailboxes.register(new EmailRegistration(WANTED.filter(), WANTED.address(), language)));
  }

  @Test
  void another_server_counts_them_soon() {
    onlyWhereServersShareIt();
    Mailboxes elsewhere = new Mailboxes(bed.another(), MailboxConfig.DEFAULTS, time);
    assertThat(elsewhere.count(BELL)).isZero();
    mailboxes.register(WANTED);
    elsewhere.confirm(code());
    assertThat(elsewhere.count(BELL)).isEqualTo(1);
    Waiting.until("it was counted here, too", () -> mailboxes.count(BELL) == 1);
  }

  private EmailRegistered register(String filter, String address) {
    return mailboxes.register(new EmailRegistration(new TopicFilter(filter), address, "en"));
  }

  private Mailboxes with(MailboxConfig config) {
    return new Mailboxes(bed.store(), config, time);
  }

  private String code() {
    return mailboxes.issueCode(mailboxes.awaitingCode(1).get(0).id()).orElseThrow();
  }
}
