package io.belfry.notifier.smtp;

import static io.belfry.notifier.Outcome.Kind.DELIVERED;
import static io.belfry.notifier.Outcome.Kind.LATER;
import static io.belfry.notifier.Outcome.Kind.NEVER;
import static io.belfry.notifier.smtp.Notices.kinds;
import static io.belfry.notifier.smtp.Notices.news;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.notifier.Notifier;
import io.belfry.notifier.Outcome;
import io.belfry.notifier.smtp.ScriptedServer.Heard;
import io.belfry.tck.Waiting;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many connections there are, and what goes over them. */
@Timeout(60)
class ConnectionsTest {

  private ScriptedServer server;

  @BeforeEach
  void start() throws Exception {
    server = ScriptedServer.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void a_connection_serves_many_mails_but_not_too_many() {
    try (Notifier notifier = Notices.open(server.port(), "mails-per-connection", "10")) {
      for (int i = 0; i < 25; i++) {
        assertThat(kinds(notifier, news("n" + i, "a@example.org"))).containsExactly(DELIVERED);
      }
      assertThat(server.connections()).isEqualTo(3);
      assertThat(server.heard("EHLO")).hasSize(3);
      assertThat(server.mails()).hasSize(25);
    }
  }

  @Test
  void an_idle_connection_is_given_back() {
    try (Notifier notifier = Notices.open(server.port(), "idle", "50ms")) {
      assertThat(kinds(notifier, news("one", "a@example.org"))).containsExactly(DELIVERED);
      Waiting.until("it has said farewell", () -> server.heard("QUIT").size() == 1);
    }
  }

  @Test
  void one_slow_mail_does_not_hold_up_the_others() {
    server.next("DATA", ScriptedServer.SILENCE);
    try (Notifier notifier = Notices.open(server.port(), "connections", "3")) {
      CompletionStage<List<Outcome>> slow = notifier.deliver(news("slow", "a@example.org"));
      Waiting.until("it hangs", () -> server.heard("DATA").size() == 1);
      for (int i = 0; i < 20; i++) {
        assertThat(kinds(notifier, news("n" + i, "a@example.org"))).containsExactly(DELIVERED);
      }
      assertThat(slow.toCompletableFuture()).isNotDone();
      assertThat(server.connections()).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void no_more_connections_than_allowed() {
    try (Notifier notifier = Notices.open(server.port(), "connections", "2")) {
      List<CompletionStage<List<Outcome>>> all = IntStream.range(0, 50)
          .mapToObj(i -> notifier.deliver(news("n" + i, "a@example.org")))
          .toList();
      all.forEach(each -> assertThat(Waiting.value(each).get(0).isDelivered()).isTrue());
      assertThat(server.connections()).isLessThanOrEqualTo(2);
      assertThat(server.mails()).hasSize(50);
    }
  }

  @Test
  void where_the_server_has_pipelining_the_recipients_come_with_the_sender() {
    server.offering("PIPELINING").gatherAfterSender(3).next("RCPT", "250 fine", "550 no");
    try (Notifier notifier = Notices.open(server.port())) {
      assertThat(kinds(notifier, news("one", "a@example.org", "b@example.org", "c@example.org")))
          .containsExactly(DELIVERED, NEVER, DELIVERED);
      assertThat(server.heard("RCPT").stream().map(Heard::line))
          .containsExactly(
              "RCPT TO:<a@example.org>", "RCPT TO:<b@example.org>", "RCPT TO:<c@example.org>");
    }
  }

  @Test
  void without_it_each_waits_for_the_answer_to_the_one_before() {
    try (Notifier notifier = Notices.open(server.port())) {
      assertThat(kinds(notifier, news("one", "a@example.org", "b@example.org")))
          .containsExactly(DELIVERED, DELIVERED);
      assertThat(server.heard("RCPT").stream().map(Heard::answers))
          .as("greeting, EHLO, MAIL; and the first RCPT")
          .containsExactly(3, 4);
    }
  }

  /** What came along with it is answered, too; those answers are nobody else's. */
  @Test
  void a_refused_sender_leaves_a_pipelined_connection_in_order() {
    server.offering("PIPELINING").gatherAfterSender(2).next("MAIL", "451 later");
    server.next("RCPT", "503 no sender", "503 no sender");
    try (Notifier notifier = Notices.open(server.port())) {
      assertThat(kinds(notifier, news("one", "a@example.org", "b@example.org")))
          .containsExactly(LATER, LATER);
      assertThat(kinds(notifier, news("two", "c@example.org", "d@example.org")))
          .containsExactly(DELIVERED, DELIVERED);
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.mails()).singleElement().asString().contains("two");
    }
  }
}
