package io.belfry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.mailbox.EmbeddedMailbox;
import io.belfry.tck.Program;
import io.belfry.tck.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mails by other processes, and mails to look at. */
@Timeout(120)
class WorkersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int KEPT = 10;

  @TempDir
  Path directory;

  @Test
  void a_worker_sends_what_a_server_has() throws Exception {
    Cli cli = Cli.of("zeromq", directory.resolve("data"));
    cli.set("email.confirmation", "false");
    cli.set("workers.key", "what both of them know");
    cli.set("notifier.name", "smtp");
    Path mails = directory.resolve("mails");
    try (EmbeddedMailbox mailbox = EmbeddedMailbox.open(0, mails, KEPT)) {
      cli.set("notifier.smtp.port", Integer.toString(mailbox.port()));
      try (Program server = cli.serve();
          Program worker = cli.start("worker")) {
        worker.awaitLine(line -> line.startsWith("Working over zeromq"));
        cli.does("create", "bells");
        cli.does("register-email", "bells", "quasimodo@example.org");
        cli.does("publish", "bells", "ding");
        Waiting.within(PATIENCE, "the mail came", () -> !Mails.in(mailbox).isEmpty());
        assertThat(Mails.in(mailbox)).hasSize(1);
        assertThat(server).isNotNull();
      }
    }
  }

  @Test
  void a_server_can_catch_its_mails_to_be_looked_at() throws Exception {
    Path data = directory.resolve("data");
    Cli cli = Cli.of("zeromq", data);
    cli.set("email.confirmation", "false");
    cli.set("mailbox.embedded", "true");
    cli.set("mailbox.port", "0");
    try (Program server = cli.serve()) {
      cli.does("create", "bells");
      cli.does("register-email", "bells", "quasimodo@example.org");
      cli.does("publish", "bells", "ding");
      Waiting.within(PATIENCE, "the mail came", () -> cli.run("mails").size() == 2);
      String row = cli.run("mails").get(1);
      assertThat(row).contains("quasimodo@example.org", "bells");
      assertThat(cli.run("mails", row.split(" ")[0])).contains("ding");
      assertThat(server).isNotNull();
    }
  }
}
