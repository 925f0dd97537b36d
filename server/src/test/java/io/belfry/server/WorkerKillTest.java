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
import io.belfry.settings.Settings;
import io.belfry.tck.FreePorts;
import io.belfry.tck.Program;
import io.belfry.tck.Waiting;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.zeromq.ZeroMqProvider;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Worker processes die with a mail that nobody knows to be delivered; another one sees to it. */
@Timeout(120)
class WorkerKillTest {

  private static final String SECRET = "a secret of both sides";
  private static final Topic BELL = new Topic("bell");
  private static final int KILLS = 3;
  private static final int MAILBOXES = 12;
  private static final int HUB_NEEDS = 6;

  @TempDir
  Path directory;

  private String endpoint;

  @Test
  void nothing_is_lost_and_a_kill_repeats_one_mail_at_most() throws Exception {
    ServerConfig config = ServerConfig.of(
            new Address("paris"), StoreConfig.of("jdbc:sqlite:" + directory.resolve("belfry.db")))
        .withMailboxes(MailboxConfig.DEFAULTS.withoutConfirmation());
    WorkKey key = WorkKey.of(SECRET);
    endpoint = FreePorts.choose(HUB_NEEDS).stream()
        .map(port -> "tcp://127.0.0.1:" + port)
        .collect(Collectors.joining(","));
    try (Mailserver mails = new Mailserver();
        Transport hub = open(Side.HUB);
        Notifier pool =
            WorkerPool.open(hub, new Address("paris"), key, Duration.ofSeconds(20), 32);
        NotificationServer server =
            NotificationServer.start(config, List.of(), Optional.of(pool))) {
      NotificationService service = server.service();
      value(service.createTopic(TopicSpec.of(BELL)));
      for (int i = 0; i < MAILBOXES; i++) {
        value(service.registerEmail(
            new EmailRegistration(new TopicFilter("bell"), "a@d" + i + ".example", "en")));
      }
      value(service.publish(Publication.of(BELL, "ding")));
      for (int kill = 1; kill <= KILLS; kill++) {
        killed(mails.port(), kill);
      }
      try (Transport spoke = open(Side.SPOKE);
          Notifier notifier = mails.notifier();
          Worker last = Worker.start(spoke, notifier, key)) {
        Waiting.within(Duration.ofSeconds(60), "all have come", () -> distinct(mails) == MAILBOXES);
        Waiting.within(
            Duration.ofSeconds(60),
            "nobody waits",
            () -> value(service.status()).mails().waiting() == 0);
        assertThat(last).isNotNull();
      }
      assertThat(mails.mails().size() - MAILBOXES).as("repeats").isBetween(0, KILLS);
    }
  }

  private void killed(int port, int mails) throws Exception {
    try (Program program = Program.run(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        WorkingProgram.class.getName(),
        endpoint,
        Integer.toString(port),
        SECRET,
        Integer.toString(mails))) {
      assertThat(program.endsWell()).as("it dies").isFalse();
    }
  }

  private Transport open(Side side) {
    ZeroMqProvider zeromq = new ZeroMqProvider();
    return zeromq.open(
        Settings.of(zeromq.name(), zeromq.settings(), Map.of("endpoint", endpoint)), side);
  }

  private static long distinct(Mailserver mails) {
    return mails.mails().stream().map(WorkerKillTest::id).distinct().count();
  }

  private static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
