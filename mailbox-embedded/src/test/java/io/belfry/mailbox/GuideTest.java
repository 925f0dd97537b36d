package io.belfry.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.ShownProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in the guide to mail, word for word but for the port. */
class GuideTest {

  @TempDir
  Path directory;

  private static void program(int port, Path directory) throws Exception {
    // The program begins here.
    try (EmbeddedMailbox mailbox = EmbeddedMailbox.open(port, directory, 1_000)) {
      for (Mail mail : mailbox.directory().mails()) {
        System.out.println(mail.at() + " " + mail.to() + " " + mail.subject());
      }
    }
    // The program ends here.
  }

  @Test
  void it_prints_what_has_come() throws Throwable {
    Files.createDirectories(directory);
    new MailboxDirectory(directory)
        .add(
            Instant.parse("2026-01-31T12:00:00Z"),
            1,
            List.of("a@example.org"),
            "Subject: news\r\n\r\nup\r\n".getBytes(StandardCharsets.UTF_8));

    assertThat(ShownProgram.linesOf(() -> program(0, directory)))
        .containsExactly("2026-01-31T12:00:00Z [a@example.org] news");
  }

  @Test
  void the_guide_shows_this_very_program() throws IOException {
    ShownProgram.assertShown(Path.of("..", "docs", "guide", "mail.md"), GuideTest.class);
  }
}
