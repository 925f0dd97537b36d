package io.belfry.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Notice;
import io.belfry.server.beds.OnEachStore;
import io.belfry.server.lease.Leases;
import io.belfry.server.log.EventLog;
import io.belfry.server.log.LogConfig;
import io.belfry.server.mailbox.MailboxConfig;
import io.belfry.server.mailbox.Mailboxes;
import io.belfry.server.store.Store;
import io.belfry.service.EmailRegistration;
import io.belfry.service.Publication;
import io.belfry.tck.Waiting;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several servers deliver for one store. */
@Timeout(120)
class SharedDeliveriesTest extends OnEachStore {

  private static final int MAILBOXES = 40;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Postman paris = new Postman();
  private final Postman london = new Postman();

  @BeforeEach
  void prepare() {
    onlyWhereServersShareIt();
    Mailboxes mailboxes = new Mailboxes(bed.store(), MailboxConfig.DEFAULTS.withoutConfirmation());
    IntStream.range(0, MAILBOXES)
        .forEach(i -> mailboxes.register(
            new EmailRegistration(new TopicFilter("bell"), "a@d" + i + ".example", "en"), ""));
  }

  @AfterEach
  void end() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  @Test
  void they_share_the_mailboxes_and_each_mail_goes_out_once() {
    start("paris", paris);
    awaitShards("paris", 16);
    start("london", london);
    awaitShards("london", 8);
    awaitShards("paris", 8);
    for (int i = 0; i < 5; i++) {
      publish("" + i);
    }
    Waiting.until("all have come", () -> all().count() == 5 * MAILBOXES);
    assertThat(paris.notices()).isNotEmpty();
    assertThat(london.notices()).isNotEmpty();
    assertThat(all()).doesNotHaveDuplicates();
  }

  @Test
  void what_one_leaves_in_good_order_the_other_has_at_once() throws Exception {
    start("paris", paris);
    awaitShards("paris", 16);
    open.pop().close();
    publish("1");
    start("london", london);
    Waiting.until("all have come", () -> london.notices().size() == MAILBOXES);
  }

  @Test
  void what_one_could_not_write_down_the_other_sends_again_under_the_same_ids() throws Exception {
    start("paris", paris);
    awaitShards("paris", 16);
    paris.hold();
    publish("1");
    Waiting.until("all is under way", () -> paris.held() == MAILBOXES);
    open.pop().close(); // It waits for a while, but nothing comes back.
    start("london", london);
    Waiting.until("all have come", () -> london.notices().size() == MAILBOXES);
    assertThat(all().distinct()).hasSize(MAILBOXES);
  }

  private void start(String server, Postman postman) {
    Store store = bed.another();
    EventLog log = EventLog.open(store, LogConfig.usual(), Runnable::run, Clock.systemUTC());
    open.push(log);
    open.push(Deliveries.start(server, store, log, postman, DeliveryConfig.DEFAULTS));
  }

  private void awaitShards(String server, int count) {
    Leases leases = new Leases(bed.store());
    Waiting.until(
        server + " has " + count + " shards",
        () -> leases.held("delivery/shard/").stream()
                .filter(lease -> lease.holder().equals(server))
                .count()
            == count);
  }

  private void publish(String text) {
    Waiting.value(bed.log().append(Publication.of(new Topic("bell"), text)));
  }

  private Stream<String> all() {
    return Stream.of(paris, london)
        .flatMap(postman -> List.copyOf(postman.notices()).stream())
        .map(Notice::id);
  }
}
