package io.belfry.gateway.bayeux;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.gateway.House;
import io.belfry.gateway.bayeux.Clients.Over;
import io.belfry.message.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cometd.bayeux.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TalkTest {

  @TempDir
  private Path directory;

  private House house;
  private Clients clients;

  @BeforeEach
  void open() {
    house = House.open(directory);
    clients = new Clients(house.at("/cometd"));
  }

  @AfterEach
  void close() {
    clients.close();
    house.close();
  }

  @ParameterizedTest
  @EnumSource
  void what_is_published_comes_to_whoever_has_subscribed(Over over) {
    Topic stock = house.topic("finance.stock");
    house.topic("finance");
    Talker exact = clients.client(over).connected().subscribed("/topic/finance/stock");
    Talker below = clients.client(over).connected().subscribed("/topic/finance/*");
    Talker deep = clients.client(over).connected().subscribed("/topic/finance/**");
    Talker all = clients.client(over).connected().subscribed("/topic/**");
    house.publish(stock, "one");
    assertThat(exact.publish("/topic/finance", "above").isSuccessful()).isTrue();
    assertThat(exact.publish("/topic/finance/stock", "two").isSuccessful()).isTrue();
    assertThat(exact.texts(2)).containsExactly("one", "two");
    assertThat(below.texts(2)).containsExactly("one", "two");
    assertThat(deep.texts(2)).containsExactly("one", "two");
    assertThat(all.texts(3)).containsExactly("one", "above", "two");
    assertThat(all.told().get(1)).containsEntry("channel", "/topic/finance");
    Map<?, ?> event = (Map<?, ?>) exact.told().get(0).get("event");
    assertThat(event.get("topic")).isEqualTo("finance.stock");
    assertThat(exact.told().get(0).get("cursor")).isEqualTo(event.get("epoch") + "/1");
  }

  @ParameterizedTest
  @EnumSource
  void a_publication_is_answered_with_its_place(Over over) {
    house.topic("a");
    Talker talker = clients.client(over).connected().subscribed("/topic/a");
    Message text = talker.publish("/topic/a", "text");
    assertThat(text.isSuccessful()).isTrue();
    assertThat(Talker.belfry(text).get("seq")).isEqualTo(1L);
    talker.publish("/topic/a", Map.of("price", 12, "names", List.of("x")));
    Map<?, ?> event = (Map<?, ?>) talker.told(2).get(1).get("event");
    Map<?, ?> content = (Map<?, ?>) event.get("content");
    assertThat(content.get("type")).isEqualTo("application/json");
    assertThat((String) content.get("text")).contains("\"price\":12", "\"names\":[\"x\"]");
  }

  @ParameterizedTest
  @EnumSource
  void what_can_not_be_published_is_refused_with_a_sentence(Over over) {
    Talker talker = clients.client(over).connected();
    Message unknown = talker.publish("/topic/nowhere", "x");
    assertThat(unknown.isSuccessful()).isFalse();
    assertThat((String) unknown.get("error")).startsWith("UNKNOWN_TOPIC::");
    assertThat(Talker.belfry(unknown).get("code")).isEqualTo("UNKNOWN_TOPIC");
    Message elsewhere = talker.publish("/elsewhere", "x");
    assertThat((String) elsewhere.get("error")).startsWith("BAD_REQUEST::Topics are channels");
    Message many = talker.publish("/topic/a/x!", "x");
    assertThat((String) many.get("error")).startsWith("BAD_REQUEST::In a channel, '!'");
  }

  @ParameterizedTest
  @EnumSource
  void operations_are_asked_by_name(Over over) {
    Talker talker = clients.client(over).connected();
    Map<String, Object> made = talker.ask("create-topic", Map.of("topic", "new", "mode", "append"));
    assertThat(made).containsOnlyKeys("ok");
    Map<String, Object> published =
        talker.ask("publish", Map.of("topic", "new", "content", Map.of("text", "x"), "key", "k"));
    assertThat((Map<?, ?>) published.get("ok")).extracting("seq").isEqualTo(1L);
    Map<?, ?> topics = (Map<?, ?>) talker.ask("topics", Map.of("limit", 10)).get("ok");
    assertThat(topics.get("hasMore")).isEqualTo(false);
    Map<?, ?> unknown = (Map<?, ?>) talker.ask("dance", Map.of()).get("error");
    assertThat(unknown.get("code")).isEqualTo("UNKNOWN_OPERATION");
    Map<?, ?> wrong = (Map<?, ?>) talker.ask("topics", Map.of("limit", "ten")).get("error");
    assertThat(wrong.get("code")).isEqualTo("BAD_REQUEST");
  }

  @Test
  void channels_that_are_no_topics_can_not_be_subscribed_to() {
    Talker talker = clients.client(Over.WEBSOCKET).connected();
    for (String channel : List.of("/chat", "/topic", "/**", "/service/topics")) {
      Message reply = talker.subscribe(channel, Map.of());
      assertThat(reply.isSuccessful()).as(channel).isFalse();
      assertThat((String) reply.get("error")).startsWith("BAD_REQUEST::Topics are channels");
    }
    Message unknown = talker.subscribe("/topic/nowhere", Map.of());
    assertThat((String) unknown.get("error")).startsWith("UNKNOWN_TOPIC::");
    house.topic("nowhere");
    talker.subscribed("/topic/nowhere");
  }

  @ParameterizedTest
  @EnumSource
  void who_unsubscribes_is_told_no_more(Over over) {
    Topic a = house.topic("a");
    Topic b = house.topic("b");
    Talker talker = clients.client(over).connected().subscribed("/topic/a").subscribed("/topic/b");
    house.publish(a, "one");
    assertThat(talker.texts(1)).containsExactly("one");
    assertThat(talker.unsubscribe("/topic/a").isSuccessful()).isTrue();
    house.publish(a, "two");
    house.publish(b, "three");
    assertThat(talker.texts(2)).containsExactly("one", "three");
  }

  @ParameterizedTest
  @EnumSource
  void subscriptions_that_overlap_bring_an_event_once(Over over) {
    Topic a = house.topic("x.a");
    Talker talker = clients.client(over).connected();
    talker.subscribed("/topic/**").subscribed("/topic/x/a").subscribed("/topic/x/*");
    for (int i = 0; i < 20; i++) {
      house.publish(a, "e" + i);
    }
    talker.told(60);
    // Each of the three listeners hears each event once.
    house.publish(a, "last");
    assertThat(talker.texts(63)).hasSize(63);
    assertThat(talker.texts(63).stream().distinct()).hasSize(21);
    assertThat(talker.texts(63).subList(60, 63)).containsOnly("last");
  }
}
