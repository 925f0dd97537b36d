package io.belfry.notifier.smtp;

import static io.belfry.notifier.Outcome.Kind.DELIVERED;
import static io.belfry.notifier.Outcome.Kind.LATER;
import static io.belfry.notifier.Outcome.Kind.NEVER;
import static io.belfry.notifier.Outcome.Kind.UNAVAILABLE;
import static io.belfry.notifier.smtp.Notices.deliver;
import static io.belfry.notifier.smtp.Notices.kinds;
import static io.belfry.notifier.smtp.Notices.news;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.notifier.Notifier;
import io.belfry.notifier.Outcome;
import io.belfry.notifier.Outcome.Kind;
import io.belfry.tck.FreePorts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a mail when the server does not play along. */
@Timeout(60)
class FaultTest {

  private ScriptedServer server;

  @BeforeEach
  void start() throws Exception {
    server = ScriptedServer.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 450 busy, LATER",
    "MAIL, 452 full, LATER",
    "MAIL, 550 who are you, UNAVAILABLE",
    "MAIL, 530 log in first, UNAVAILABLE",
    "MAIL, 552 too large, NEVER",
    "RCPT, 450 later, LATER",
    "RCPT, 451 greylisted, LATER",
    "RCPT, 452 too many, LATER",
    "RCPT, 550 no such user, NEVER",
    "RCPT, 551 moved, NEVER",
    "RCPT, 552 mailbox full, NEVER",
    "RCPT, 553 what, NEVER",
    "RCPT, 554 no, NEVER",
    "DATA, 451 not now, LATER",
    "DATA, 554 no valid recipients, NEVER",
    "., 451 try again, LATER",
    "., 452 disk full, LATER",
    "., 550 spam, NEVER",
    "., 552 too large, NEVER",
    "., 554 refused, NEVER",
  })
  void what_a_reply_means(String command, String reply, Kind kind) {
    server.next(command, reply);
    try (Notifier notifier = Notices.open(server.port())) {
      Outcome outcome = deliver(notifier, news("one", "a@example.org")).get(0);
      assertThat(outcome.kind()).isEqualTo(kind);
      assertThat(outcome.reason()).contains(reply.substring(0, 3));
      assertThat(server.mails()).isEmpty();

      assertThat(kinds(notifier, news("two", "a@example.org"))).containsExactly(DELIVERED);
      assertThat(server.connections()).as("the connection is as good as before").isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
  void with_421_the_server_closes_and_the_next_mail_goes_over_a_new_connection(String command) {
    server.next(command, "421 shutting down");
    try (Notifier notifier = Notices.open(server.port())) {
      assertThat(kinds(notifier, news("one", "a@example.org"))).containsExactly(UNAVAILABLE);
      assertThat(kinds(notifier, news("two", "a@example.org"))).containsExactly(DELIVERED);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
  void a_dropped_connection_costs_this_try_alone(String command) {
    server.next(command, ScriptedServer.DROP);
    try (Notifier notifier = Notices.open(server.port())) {
      assertThat(kinds(notifier, news("one", "a@example.org"))).containsExactly(LATER);
      assertThat(kinds(notifier, news("two", "a@example.org"))).containsExactly(DELIVERED);
    }
  }

  /** A server that gives an idle connection up costs nobody a try. */
  @ParameterizedTest
  @CsvSource({"MAIL, 421 idle for too long", "MAIL, (drop)", "RCPT, (drop)"})
  void a_connection_that_has_grown_stale_is_replaced_at_once(String command, String reply) {
    try (Notifier notifier = Notices.open(server.port())) {
      assertThat(kinds(notifier, news("one", "a@example.org"))).containsExactly(DELIVERED);
      server.next(command, reply);
      assertThat(kinds(notifier, news("two", "a@example.org"))).containsExactly(DELIVERED);
      assertThat(server.connections()).isEqualTo(2);
      assertThat(server.mails()).hasSize(2);
    }
  }

  /** The server may have it: whether to risk a repeat is not for the notifier to decide. */
  @Test
  void what_may_have_arrived_is_not_sent_again_by_itself() {
    try (Notifier notifier = Notices.open(server.port())) {
      assertThat(kinds(notifier, news("one", "a@example.org"))).containsExactly(DELIVERED);
      server.next(".", ScriptedServer.DROP);
      assertThat(kinds(notifier, news("two", "a@example.org"))).containsExactly(LATER);
      assertThat(server.heard("DATA")).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELLO", "EHLO", "MAIL", "RCPT", "DATA", "."})
  void a_tarpit_holds_nobody_for_longer_than_the_deadline(String command) {
    server.next(command, ScriptedServer.DRIP);
    try (Notifier notifier = Notices.open(server.port(), "deadline", "500ms")) {
      Outcome outcome = deliver(notifier, news("one", "a@example.org")).get(0);
      assertThat(outcome.kind()).isEqualTo(LATER);
      assertThat(outcome.reason()).contains("deadline");
      assertThat(kinds(notifier, news("two", "a@example.org"))).containsExactly(DELIVERED);
    }
  }

  @ParameterizedTest
  @CsvSource({"HELLO, UNAVAILABLE", "EHLO, UNAVAILABLE", "MAIL, LATER", "., LATER"})
  void a_silent_server_is_given_up(String command, Kind kind) {
    server.next(command, ScriptedServer.SILENCE);
    try (Notifier notifier = Notices.open(server.port(), "timeout", "300ms")) {
      assertThat(kinds(notifier, news("one", "a@example.org"))).containsExactly(kind);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"421 too busy", "554 not you", "(drop)", "what is SMTP"})
  void a_greeting_that_is_none_makes_everything_unavailable(String greeting) {
    server.next("HELLO", greeting);
    try (Notifier notifier = Notices.open(server.port())) {
      assertThat(kinds(notifier, news("one", "a@example.org", "b@example.org")))
          .containsExactly(UNAVAILABLE, UNAVAILABLE);
    }
  }

  @Test
  void where_nobody_listens_the_reason_says_so() throws Exception {
    int port = FreePorts.one();
    try (Notifier notifier = Notices.open(port)) {
      Outcome outcome = deliver(notifier, news("one", "a@example.org")).get(0);
      assertThat(outcome.kind()).isEqualTo(UNAVAILABLE);
      assertThat(outcome.reason()).contains("localhost:" + port).contains("refused");
    }
  }

  @Test
  void bad_recipients_do_not_keep_the_good_ones_from_theirs() {
    server.next("RCPT", "250 fine", "550 no such user", "450 later", "250 fine");
    try (Notifier notifier = Notices.open(server.port())) {
      List<Outcome> outcomes = deliver(
          notifier,
          news("one", "a@example.org", "b@example.org", "c@example.org", "d@example.org"));
      assertThat(outcomes.stream().map(Outcome::kind))
          .containsExactly(DELIVERED, NEVER, LATER, DELIVERED);
      assertThat(outcomes.get(1).reason()).contains("no such user");
      assertThat(server.mails()).hasSize(1);
    }
  }

  @Test
  void when_the_content_is_refused_the_bad_recipients_are_still_told_apart() {
    server.next("RCPT", "250 fine", "550 no such user").next(".", "451 try again");
    try (Notifier notifier = Notices.open(server.port())) {
      assertThat(kinds(notifier, news("one", "a@example.org", "b@example.org")))
          .containsExactly(LATER, NEVER);
    }
  }

  @Test
  void a_mail_that_is_too_large_for_the_server_comes_without_its_content() {
    server.offering("SIZE 6000");
    try (Notifier notifier = Notices.open(server.port())) {
      assertThat(kinds(notifier, news("x".repeat(20_000), "a@example.org")))
          .containsExactly(DELIVERED);
      assertThat(server.mails().get(0)).contains("finance.stock").doesNotContain("xxx");
      assertThat(server.mails().get(0).length()).isLessThan(6_000);
    }
  }

  @Test
  void an_address_of_any_script_needs_a_server_that_knows_it() {
    try (Notifier notifier = Notices.open(server.port())) {
      assertThat(kinds(notifier, news("one", "콰지모도@example.org"))).containsExactly(NEVER);
      assertThat(server.heard("MAIL")).isEmpty();
    }
    server.offering("SMTPUTF8");
    try (Notifier notifier = Notices.open(server.port())) {
      assertThat(kinds(notifier, news("one", "콰지모도@example.org"))).containsExactly(DELIVERED);
      assertThat(server.heard("RCPT").get(0).line()).isEqualTo("RCPT TO:<콰지모도@example.org>");
      assertThat(server.heard("MAIL").get(0).line()).endsWith(" SMTPUTF8");
      assertThat(server.mails().get(0)).contains("To: 콰지모도@example.org");
      assertThat(kinds(notifier, news("two", "a@example.org"))).containsExactly(DELIVERED);
      assertThat(server.heard("MAIL").get(1).line()).doesNotContain("SMTPUTF8");
    }
  }

  @Test
  void a_closed_notifier_takes_nothing_more_and_leaves_no_thread() {
    Notifier notifier = Notices.open(server.port());
    assertThat(kinds(notifier, news("one", "a@example.org"))).containsExactly(DELIVERED);
    notifier.close();
    notifier.close();
    assertThat(kinds(notifier, news("two", "a@example.org"))).containsExactly(UNAVAILABLE);
    assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
        .noneMatch(name -> name.startsWith("belfry-smtp"));
    assertThat(server.heard("QUIT")).hasSize(1);
  }
}
