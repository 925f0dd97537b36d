package io.belfry.server;

import static io.belfry.tck.Waiting.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.client.NotificationClient;
import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Notifier;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.EmailRegistration;
import io.belfry.service.MailboxInfo.State;
import io.belfry.service.MailboxQuery;
import io.belfry.service.Publication;
import io.belfry.service.TopicSpec;
import io.belfry.tck.Waiting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the registration over the wire to the mail, and out again, on each transport. */
@Timeout(60)
class MailScenarioTest {

  private static final Topic MARKET = new Topic("finance.stock.market");
  private static final TopicFilter FINANCE = new TopicFilter("finance.#");
  private static final Pattern CODE = Pattern.compile("[0-9a-z]{1,12}-[0-9A-Za-z_-]{22}");

  @TempDir
  Path directory;

  @ParameterizedTest
  @EnumSource(Way.Of.class)
  void who_confirms_gets_mails_until_who_leaves(Way.Of which) throws Exception {
    ServerConfig config = ServerConfig.of(
        new Address("paris"), StoreConfig.of("jdbc:sqlite:" + directory.resolve("belfry.db")));
    try (Mailserver mails = new Mailserver();
        Notifier notifier = mails.notifier("web", "https://belfry.example.org");
        Way way = Way.open(which);
        NotificationServer server =
            NotificationServer.start(config, List.of(way.serverSide()), Optional.of(notifier));
        NotificationClient client = new NotificationClient(way.clientSide())) {
      value(client.createTopic(TopicSpec.of(MARKET)));
      EmailRegistration wanted = new EmailRegistration(FINANCE, "esmeralda@example.org", "ko");
      assertThat(value(client.registerEmail(wanted)).mustConfirm()).isTrue();
      String code = code(mails.awaitText(1));

      value(client.publish(Publication.of(MARKET, "too early")));
      assertThat(value(client.confirmEmail(code))).isEqualTo(wanted);
      value(client.publish(Publication.of(MARKET, "오름 ▲")));
      String news = mails.awaitText(2);
      assertThat(news).contains("오름 ▲", "소식을 신청하셔서").doesNotContain("too early");
      Waiting.until("nobody waits", () -> value(client.status()).mails().waiting() == 0);
      assertThat(value(client.status()).mails().mailboxes()).isEqualTo(1);
      assertThat(value(client.mailboxes(MailboxQuery.ALL)).mailboxes())
          .singleElement()
          .matches(mailbox -> mailbox.state() == State.ACTIVE);

      assertThat(value(client.unregisterEmail(code(news)))).isEqualTo(wanted);
      assertThat(value(client.mailboxes(MailboxQuery.ALL)).mailboxes()).isEmpty();
      assertThat(mails.mails()).hasSize(2);
      assertThat(server.service()).isNotNull();
    }
  }

  /** The one at the end of a link. */
  private static String code(String text) {
    Matcher codes = CODE.matcher(text);
    assertThat(codes.find()).as(text).isTrue();
    return codes.group();
  }
}
