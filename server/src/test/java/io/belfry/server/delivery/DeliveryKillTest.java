package io.belfry.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Notifier;
import io.belfry.server.Mailserver;
import io.belfry.server.delivery.DyingNotifier.Moment;
import io.belfry.server.log.EventLog;
import io.belfry.server.log.LogConfig;
import io.belfry.server.mailbox.MailboxConfig;
import io.belfry.server.mailbox.Mailboxes;
import io.belfry.server.store.Store;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.EmailRegistration;
import io.belfry.service.TopicSpec;
import io.belfry.tck.Program;
import io.belfry.tck.Waiting;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes die at every step; each mail comes, and each kill repeats one at most. */
class DeliveryKillTest {

  /** So many take a minute. */
  private static final int KILLS = Integer.getInteger("belfry.kills", 6);

  private static final int MAILBOXES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir
  Path directory;

  private final Random random = new Random(11);

  @Test
  @Timeout(600)
  void nothing_is_lost_and_a_kill_repeats_one_mail_at_most() throws Exception {
    prepare();
    Map<Moment, Integer> kills = new HashMap<>();
    List<String> published = new ArrayList<>();
    try (Mailserver mails = new Mailserver()) {
      for (int kill = 0; kill < KILLS; kill++) {
        Moment moment = Moment.values()[kill % Moment.values().length];
        published.add("change-" + kill);
        killed(mails.port(), "change-" + kill, moment);
        kills.merge(moment, 1, Integer::sum);
      }
      deliverTheRest(mails, published.size());
      check(mails, published, kills.getOrDefault(Moment.BETWEEN_250_AND_COMMIT, 0));
    }
  }

  private void killed(int port, String text, Moment moment) throws Exception {
    try (Program program = Program.run(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        DeliveringProgram.class.getName(),
        url(),
        Integer.toString(port),
        text,
        Integer.toString(1 + random.nextInt(MAILBOXES - 1)),
        moment.name())) {
      assertThat(program.endsWell()).as("it dies").isFalse();
    }
  }

  private void prepare() {
    try (Store store = Store.open(StoreConfig.of(url()));
        EventLog log = EventLog.open(store, LogConfig.usual(), Runnable::run, Clock.systemUTC())) {
      log.createTopic(TopicSpec.of(new Topic("bell")));
      Mailboxes mailboxes = new Mailboxes(store, MailboxConfig.DEFAULTS.withoutConfirmation());
      for (int i = 0; i < MAILBOXES; i++) {
        mailboxes.register(
            new EmailRegistration(new TopicFilter("bell"), "a" + i + "@example.org", "en"), "");
      }
    }
  }

  private void deliverTheRest(Mailserver mails, int published) {
    try (Store store = Store.open(StoreConfig.of(url()));
        EventLog log = EventLog.open(store, LogConfig.usual(), Runnable::run, Clock.systemUTC());
        Notifier notifier = mails.notifier();
        Deliveries deliveries =
            Deliveries.start("paris", store, log, notifier, DeliveryConfig.DEFAULTS)) {
      Waiting.within(
          PATIENCE, "all mails came", () -> distinct(mails).size() == MAILBOXES * published);
      Waiting.within(PATIENCE, "nobody waits", () -> deliveries.waiting() == 0);
    }
  }

  private static void check(Mailserver mails, List<String> published, int kills) throws Exception {
    List<MimeMessage> all = mails.mails();
    assertThat(all.size() - distinct(mails).size()).as("repeats").isBetween(0, kills);
    Map<String, String> bodies = new HashMap<>();
    Map<String, List<String>> told = new HashMap<>();
    for (MimeMessage mail : all) {
      String text = Mailserver.text(mail);
      String before = bodies.putIfAbsent(mail.getMessageID(), text);
      assertThat(before == null || before.equals(text)).as("one id, one mail").isTrue();
      if (before == null) {
        String change = published.stream()
            .filter(each -> text.contains(each + "\r\n") || text.contains(each + "\n"))
            .findFirst()
            .orElseThrow();
        told.computeIfAbsent(mail.getHeader("To", null), any -> new ArrayList<>())
            .add(change);
      }
    }
    assertThat(told).hasSize(MAILBOXES);
    assertThat(told.values()).allSatisfy(changes -> assertThat(changes).isEqualTo(published));
  }

  private static List<String> distinct(Mailserver mails) {
    return mails.mails().stream().map(DeliveryKillTest::id).distinct().toList();
  }

  private static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private String url() {
    return "jdbc:sqlite:" + directory.resolve("belfry.db");
  }
}
