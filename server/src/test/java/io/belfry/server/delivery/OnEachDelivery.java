package io.belfry.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Notice;
import io.belfry.notifier.Notifier;
import io.belfry.server.beds.OnEachStore;
import io.belfry.server.mailbox.MailboxConfig;
import io.belfry.server.mailbox.Mailboxes;
import io.belfry.service.EmailRegistration;
import io.belfry.service.MailboxInfo;
import io.belfry.service.MailboxInfo.State;
import io.belfry.service.MailboxQuery;
import io.belfry.service.Publication;
import io.belfry.service.TopicSpec;
import io.belfry.tck.Waiting;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Mailboxes, a postman who says what the test wants, and deliveries. */
@Timeout(60)
abstract class OnEachDelivery extends OnEachStore {

  private static final RetrySchedule SOON =
      new RetrySchedule(Duration.ofMillis(20), 1, Duration.ofMillis(20), Duration.ofDays(1));
  static final DeliveryConfig CONFIG = DeliveryConfig.DEFAULTS.withRetry(SOON);
  static final String A = "a@example.org";
  static final String B = "b@example.org";

  final Postman postman = new Postman();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  Mailboxes mailboxes;

  @BeforeEach
  final void prepare() {
    mailboxes = new Mailboxes(bed.store(), MailboxConfig.DEFAULTS.withoutConfirmation());
    for (String topic : List.of("bell.big", "bell.small", "clock")) {
      bed.log().createTopic(TopicSpec.of(new Topic(topic)));
    }
  }

  @AfterEach
  final void end() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  final Deliveries start(DeliveryConfig config) {
    return start(config, postman);
  }

  final Deliveries start(DeliveryConfig config, Notifier notifier) {
    Deliveries deliveries = Deliveries.start("server", bed.store(), bed.log(), notifier, config);
    open.push(deliveries);
    return deliveries;
  }

  final void register(String filter, String address) {
    register(filter, address, "en");
  }

  final void register(String filter, String address, String language) {
    mailboxes.register(new EmailRegistration(new TopicFilter(filter), address, language), "");
  }

  final void publish(String topic, String text) {
    Waiting.value(bed.log().append(Publication.of(new Topic(topic), text)));
  }

  final void awaitTold(String address, String... texts) {
    Waiting.until(address + " was told", () -> postman.told(address).size() >= texts.length);
    assertThat(postman.told(address)).containsExactly(texts);
  }

  final List<String> ids() {
    return postman.notices().stream().map(Notice::id).toList();
  }

  final MailboxInfo only(State state) {
    List<MailboxInfo> all = mailboxes.list(MailboxQuery.ALL).mailboxes();
    assertThat(all).filteredOn(mailbox -> mailbox.state() == state).isNotEmpty();
    return all.stream().filter(mailbox -> mailbox.state() == state).findFirst().orElseThrow();
  }

  final MailboxInfo stopped() {
    Waiting.until("it has stopped", () -> mailboxes.countStopped() == 1);
    return mailboxes.list(MailboxQuery.STOPPED).mailboxes().get(0);
  }

  /** Ends the deliveries that were started last. */
  final void endLast() throws Exception {
    open.pop().close();
  }
}
