package io.belfry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.NotifierProvider;
import io.belfry.notifier.smtp.SmtpProvider;
import io.belfry.server.mailbox.MailboxConfig;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.EmailRegistration;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.TopicSpec;
import io.belfry.settings.Settings;
import io.belfry.tck.ShownProgram;
import io.belfry.tck.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in the guide to mail, word for word. */
class MailGuideTest {

  @TempDir
  Path directory;

  private interface Received {
    void await();
  }

  private static void program(
      ServerConfig config, Map<String, String> written, String address, Received received) {
    Topic market = new Topic("finance.stock.market");
    // The program begins here.
    NotifierProvider smtp = new SmtpProvider();
    Notifier notifier = smtp.open(Settings.of(smtp.name(), smtp.settings(), written));

    try (NotificationServer server =
        NotificationServer.start(config, List.of(), Optional.of(notifier))) {
      NotificationService service = server.service();
      service.createTopic(TopicSpec.of(market)).toCompletableFuture().join();
      service
          .registerEmail(new EmailRegistration(new TopicFilter("finance.#"), address, "en"))
          .toCompletableFuture()
          .join();
      service.publish(Publication.of(market, "up")).toCompletableFuture().join();
      received.await();
    }
    // The program ends here.
    notifier.close();
  }

  @Test
  void the_program_has_a_mail_sent() throws Exception {
    ServerConfig config = ServerConfig.of(
            new Address("paris"), StoreConfig.of("jdbc:sqlite:" + directory.resolve("belfry.db")))
        .withMailboxes(MailboxConfig.DEFAULTS.withoutConfirmation());
    try (Mailserver mails = new Mailserver()) {
      program(
          config,
          Map.of("port", Integer.toString(mails.port())),
          "quasimodo@example.org",
          () -> Waiting.until("it has come", () -> !mails.mails().isEmpty()));
      assertThat(mails.awaitText(1)).contains("finance.stock.market", "up");
    }
  }

  @Test
  void the_guide_shows_this_very_program() throws IOException {
    ShownProgram.assertShown(Path.of("..", "docs", "guide", "mail.md"), MailGuideTest.class);
  }
}
