package io.belfry.server;

import static io.belfry.tck.Waiting.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.client.NotificationClient;
import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.mailbox.MailboxConfig;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.EmailRegistration;
import io.belfry.service.Listening;
import io.belfry.service.Mode;
import io.belfry.service.NotificationService;
import io.belfry.service.Publication;
import io.belfry.service.Selection;
import io.belfry.service.Snapshot;
import io.belfry.service.Start;
import io.belfry.service.Subscribed;
import io.belfry.service.TopicInfo;
import io.belfry.service.TopicSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a notification service is for, from the first question to the last, on each transport. */
class ScenarioTest {

  private static final Topic MARKET = new Topic("finance.stock.market");
  private static final Topic DIARY = new Topic("diary");
  private static final TopicFilter FINANCE = new TopicFilter("finance.#");
  private static final Topic ESMERALDA = new Topic("esmeralda");

  @TempDir
  Path directory;

  @ParameterizedTest
  @EnumSource(Way.Of.class)
  void topics_are_listed_subscribed_to_updated_and_received_live(Way.Of which) throws Exception {
    try (Way way = Way.open(which);
        NotificationServer server = NotificationServer.start(config(), List.of(way.serverSide()));
        NotificationClient client = new NotificationClient(way.clientSide());
        NotificationClient other = new NotificationClient(way.clientSide())) {

      value(client.createTopic(new TopicSpec(MARKET, Mode.REPLACE, "What shares cost")));
      value(client.createTopic(new TopicSpec(DIARY, Mode.APPEND, "Day by day")));
      value(other.publish(Publication.of(MARKET, "opens at 100")));
      value(other.publish(Publication.of(DIARY, "rain")));

      assertThat(names(client)).containsExactly("diary", "finance.stock.market");

      Subscribed subscribed = value(client.subscribe(ESMERALDA, FINANCE));
      assertThat(subscribed.isNew()).isTrue();
      Snapshot content = subscribed.contents().snapshots().get(0);
      assertThat(content.seq()).isEqualTo(1);
      assertThat(content.content().payload().text()).isEqualTo("opens at 100");
      value(client.registerEmail(new EmailRegistration(FINANCE, "esmeralda@example.org", "en")));
      TopicInfo market = info(client, MARKET);
      assertThat(market.subscribers()).isEqualTo(1);
      assertThat(market.mailboxes()).isEqualTo(1);

      Collected hers = new Collected();
      try (Listening listening = client.listen(FINANCE, new Start.As(ESMERALDA), hers)) {
        value(listening.ready());
        value(other.publish(Publication.of(MARKET, "up")));
        value(other.publish(Publication.of(DIARY, "sun")));
        value(other.publish(Publication.of(MARKET, "down")));
        hers.await(2);
      }
      assertThat(hers.told())
          .containsExactly("finance.stock.market 2 up", "finance.stock.market 3 down");
      assertThat(text(client, DIARY)).isEqualTo("rain\nsun");
      assertThat(text(client, MARKET)).isEqualTo("down");

      value(client.unsubscribe(ESMERALDA, FINANCE));
      assertThat(info(client, MARKET).subscribers()).isZero();
      assertThat(server.service()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.Of.class)
  void whoever_was_away_gets_what_was_missed(Way.Of which) throws Exception {
    try (Way way = Way.open(which);
        NotificationServer server = NotificationServer.start(config(), List.of(way.serverSide()));
        NotificationClient client = new NotificationClient(way.clientSide())) {
      NotificationService local = server.service();
      value(local.createTopic(TopicSpec.of(MARKET)));

      Collected first = new Collected();
      try (Listening listening = client.listen(FINANCE, new Start.As(ESMERALDA), first)) {
        value(listening.ready());
        value(local.publish(Publication.of(MARKET, "one")));
        first.await(1);
      }
      value(local.publish(Publication.of(MARKET, "two")));
      value(local.publish(Publication.of(MARKET, "three")));

      Collected second = new Collected();
      try (Listening listening = client.listen(FINANCE, new Start.As(ESMERALDA), second)) {
        value(listening.ready());
        second.await(2);
        value(local.publish(Publication.of(MARKET, "four")));
        second.await(3);
      }
      assertThat(second.told())
          .containsExactly(
              "finance.stock.market 2 two",
              "finance.stock.market 3 three",
              "finance.stock.market 4 four");
      assertThat(second.gaps).isEmpty();
    }
  }

  private ServerConfig config() {
    ServerConfig defaults = ServerConfig.of(
        new Address("paris"), StoreConfig.of("jdbc:sqlite:" + directory.resolve("belfry.db")));
    return defaults.withMailboxes(MailboxConfig.DEFAULTS.withoutConfirmation());
  }

  private static List<String> names(NotificationService service) {
    return value(service.topics(Selection.of(new TopicFilter("#")))).topics().stream()
        .map(info -> info.spec().topic().name())
        .toList();
  }

  private static TopicInfo info(NotificationService service, Topic topic) {
    return value(service.topics(Selection.of(topic))).topics().get(0);
  }

  private static String text(NotificationService service, Topic topic) {
    return value(service.snapshot(Selection.of(topic)))
        .snapshots()
        .get(0)
        .content()
        .payload()
        .text();
  }
}
