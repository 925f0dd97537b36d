package io.belfry.server;

import static io.belfry.tck.Waiting.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Notifier;
import io.belfry.server.mailbox.MailboxConfig;
import io.belfry.server.store.StoreConfig;
import io.belfry.server.worker.WorkKey;
import io.belfry.server.worker.Worker;
import io.belfry.server.worker.WorkerPool;
import io.belfry.service.EmailRegistration;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.TopicSpec;
import io.belfry.tck.ShownProgram;
import io.belfry.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program for workers in the guide to mail, word for word. */
class WorkerGuideTest {

  @TempDir
  Path directory;

  /** What the program has opened. */
  private record Opened(NotificationServer server, Notifier pool, Worker worker) {}

  private static Opened program(
      ServerConfig config, Transport hub, Transport spoke, Notifier notifier, WorkKey key) {
    // The program begins here.
    // Where the server is:
    Notifier pool = WorkerPool.open(hub, new Address("paris"), key, Duration.ofMinutes(5), 64);
    NotificationServer server = NotificationServer.start(config, List.of(), Optional.of(pool));

    // In each worker's process:
    Worker worker = Worker.start(spoke, notifier, key);
    // The program ends here.
    return new Opened(server, pool, worker);
  }

  @Test
  void the_worker_sends_the_mail() throws Exception {
    Topic bell = new Topic("bell");
    ServerConfig config = ServerConfig.of(
            new Address("paris"), StoreConfig.of("jdbc:sqlite:" + directory.resolve("belfry.db")))
        .withMailboxes(MailboxConfig.DEFAULTS.withoutConfirmation());
    try (Mailserver mails = new Mailserver();
        Notifier notifier = mails.notifier();
        Way way = Way.open(Way.Of.ZEROMQ);
        Transport hub = way.serverSide().transport()) {
      Opened opened =
          program(config, hub, way.clientSide(), notifier, WorkKey.of("a secret of both sides"));
      NotificationService service = opened.server().service();
      value(service.createTopic(TopicSpec.of(bell)));
      value(service.registerEmail(
          new EmailRegistration(new TopicFilter("bell"), "a@example.org", "en")));
      value(service.publish(Publication.of(bell, "ding")));
      assertThat(mails.awaitText(1)).contains("ding");
      opened.server().close();
      opened.pool().close();
      opened.worker().close();
    }
  }

  @Test
  void the_guide_shows_this_very_program() throws IOException {
    ShownProgram.assertShown(Path.of("..", "docs", "guide", "mail.md"), WorkerGuideTest.class);
  }
}
