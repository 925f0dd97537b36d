package io.belfry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.mailbox.EmbeddedMailbox;
import io.belfry.mailbox.Mail;
import io.belfry.tck.Program;
import io.belfry.tck.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole scenario by the program itself, each command a process, on each profile. */
@Timeout(120)
class EndToEndTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TOPIC = "finance.stock";
  private static final int MAIL_KEPT = 10;

  @TempDir
  Path directory;

  @ParameterizedTest
  @CsvSource({"zeromq, off", "mqtt, off", "jms, off", "jms, on"})
  void nothing_is_lost_though_the_server_is_killed(String which, String packing) throws Exception {
    Cli cli = Cli.of(which, directory.resolve("data"));
    cli.set("transport.packing", packing);
    cli.set("email.confirmation", "false");
    cli.set("notifier.name", "smtp");
    try (EmbeddedMailbox mailbox = EmbeddedMailbox.open(0, directory.resolve("mails"), MAIL_KEPT)) {
      cli.set("notifier.smtp.port", Integer.toString(mailbox.port()));
      try (Program server = cli.serve()) {
        cli.run("create", TOPIC);
        assertThat(cli.run("topics")).anyMatch(line -> line.startsWith(TOPIC + " "));
        cli.run("subscribe", "finance.#", "--as", "office");
        cli.run("register-email", "finance.#", "esmeralda@example.org", "--language", "ko");
        try (Program listener = cli.start("listen", "finance.#", "--from", "1", "--count", "2")) {
          assertThat(cli.run("publish", TOPIC, "up")).containsExactly(TOPIC + " 1");
          cli.run("publish", TOPIC, "down");
          assertThat(listener.output()).containsExactly(TOPIC + " 1 up", TOPIC + " 2 down");
        }
        awaitMail(mailbox, 2);
        assertThat(server).isNotNull();
      } // Closing a program kills it.
      try (Program server = cli.serve()) {
        cli.run("publish", TOPIC, "after all");
        assertThat(cli.run("replay", TOPIC))
            .containsExactly(TOPIC + " 1 up", TOPIC + " 2 down", TOPIC + " 3 after all");
        assertThat(cli.run("listen", "finance.#", "--as", "office", "--count", "3"))
            .hasSize(3);
        awaitMail(mailbox, 3);
        assertThat(cli.run("mailboxes")).anyMatch(line -> line.contains("esmeralda@example.org"));
        assertThat(server).isNotNull();
      }
    }
  }

  /** What was sent when the server was killed may come twice, under one id. */
  private static void awaitMail(EmbeddedMailbox mailbox, int count) {
    Waiting.within(
        PATIENCE,
        "mails came",
        () -> Mails.in(mailbox).stream().map(Mail::messageId).distinct().count() == count);
    assertThat(Mails.in(mailbox).stream().map(Mail::subject))
        .allMatch(subject -> subject.contains(TOPIC));
  }
}
