package io.belfry.server;

import static io.belfry.tck.Waiting.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Confirmation;
import io.belfry.notifier.Notice;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.Outcome;
import io.belfry.notifier.Outcome.Kind;
import io.belfry.notifier.Recipient;
import io.belfry.server.delivery.Postman;
import io.belfry.server.mailbox.MailboxConfig;
import io.belfry.server.store.StoreConfig;
import io.belfry.server.worker.WorkKey;
import io.belfry.server.worker.Worker;
import io.belfry.server.worker.WorkerPool;
import io.belfry.service.EmailRegistration;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.TopicSpec;
import io.belfry.settings.SettingsException;
import io.belfry.tck.Waiting;
import io.belfry.transport.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workers elsewhere deliver for a server. */
@Timeout(60)
class WorkerScenarioTest {

  private static final Topic BELL = new Topic("bell");
  private static final Address PARIS = new Address("paris");
  private static final WorkKey KEY = WorkKey.of("a secret of both sides");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MAILBOXES = 20;

  @TempDir
  Path directory;

  @ParameterizedTest
  @EnumSource(Way.Of.class)
  void workers_share_the_mails_of_a_server(Way.Of which) throws Exception {
    Postman one = new Postman();
    Postman other = new Postman();
    ServerConfig config = ServerConfig.of(
            PARIS, StoreConfig.of("jdbc:sqlite:" + directory.resolve("belfry.db")))
        .withMailboxes(MailboxConfig.DEFAULTS.withoutConfirmation());
    try (Way way = Way.open(which);
        Transport hub = way.serverSide().transport();
        Notifier pool = WorkerPool.open(hub, PARIS, KEY, PATIENCE, 32);
        Worker first = Worker.start(way.clientSide(), one, KEY);
        Worker second = Worker.start(way.clientSide(), other, KEY);
        NotificationServer server =
            NotificationServer.start(config, List.of(), Optional.of(pool))) {
      NotificationService service = server.service();
      value(service.createTopic(TopicSpec.of(BELL)));
      for (int i = 0; i < MAILBOXES; i++) {
        value(service.registerEmail(
            new EmailRegistration(new TopicFilter("bell"), "a@d" + i + ".example", "en")));
      }
      value(service.publish(Publication.of(BELL, "ding")));
      value(service.publish(Publication.of(BELL, "dong")));
      Waiting.until("nobody waits", () -> {
        var mails = value(service.status()).mails();
        return mails.waiting() == 0
            && one.notices().size() + other.notices().size() == 2 * MAILBOXES;
      });
      assertThat(one.notices()).isNotEmpty();
      assertThat(other.notices()).isNotEmpty();
      assertThat(first).isNotSameAs(second);
    }
  }

  @Test
  void outcomes_come_back_as_they_are() throws Exception {
    Postman postman = new Postman();
    postman.says(Outcome.never("550 who?"));
    try (Way way = Way.open(Way.Of.ZEROMQ);
        Transport hub = way.serverSide().transport();
        Notifier pool = WorkerPool.open(hub, PARIS, KEY, PATIENCE, 1);
        Worker worker = Worker.start(way.clientSide(), postman, KEY)) {
      Notice notice = notice();
      assertThat(value(pool.deliver(notice))).containsExactly(Outcome.never("550 who?"));
      assertThat(postman.notices()).containsExactly(notice);
      assertThat(worker).isNotNull();
    }
  }

  @Test
  void who_has_another_key_has_nothing_sent_and_is_not_believed() throws Exception {
    Postman postman = new Postman();
    WorkKey guessed = WorkKey.of("guessed by somebody");
    try (Way way = Way.open(Way.Of.ZEROMQ);
        Transport hub = way.serverSide().transport();
        Notifier pool = WorkerPool.open(hub, PARIS, KEY, Duration.ofSeconds(1), 1);
        Worker stranger = Worker.start(way.clientSide(), postman, guessed)) {
      assertThat(value(pool.deliver(notice())).get(0).kind()).isEqualTo(Kind.UNAVAILABLE);
      value(hub.push(new Address("belfry.deliveries"), Message.of("{}")));
      value(hub.push(new Address("belfry.reports.paris"), Message.of("{}")));
      assertThat(postman.notices()).isEmpty();
      assertThat(stranger).isNotNull();
    }
  }

  @Test
  void without_a_worker_nothing_is_delivered_and_that_is_told() throws Exception {
    try (Way way = Way.open(Way.Of.ZEROMQ);
        Transport hub = way.serverSide().transport();
        Notifier pool = WorkerPool.open(hub, PARIS, KEY, Duration.ofMillis(200), 1)) {
      assertThat(value(pool.deliver(notice())).get(0).kind()).isEqualTo(Kind.UNAVAILABLE);
    }
  }

  @Test
  void a_pool_that_is_closed_gives_everything_back() throws Exception {
    try (Way way = Way.open(Way.Of.ZEROMQ);
        Transport hub = way.serverSide().transport()) {
      Notifier pool = WorkerPool.open(hub, PARIS, KEY, PATIENCE, 1);
      CompletionStage<List<Outcome>> waiting = pool.deliver(notice());
      pool.close();
      assertThat(value(waiting).get(0).kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(value(pool.deliver(notice())).get(0).kind()).isEqualTo(Kind.UNAVAILABLE);
    }
  }

  @Test
  void a_key_that_can_be_guessed_is_none() {
    assertThatThrownBy(() -> WorkKey.of("short")).isInstanceOf(SettingsException.class);
  }

  private static Notice notice() {
    return new Confirmation(
        "c1",
        "en",
        new TopicFilter("bell"),
        new Recipient("a@example.org", Optional.empty()),
        "the-code",
        Instant.parse("2026-01-31T12:00:00Z"));
  }
}
