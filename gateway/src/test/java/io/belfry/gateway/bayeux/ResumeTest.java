package io.belfry.gateway.bayeux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.belfry.gateway.House;
import io.belfry.gateway.bayeux.Clients.Over;
import io.belfry.gateway.config.Limits;
import io.belfry.message.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cometd.bayeux.Message;
import org.cometd.client.ext.AckExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where subscriptions begin, and that nothing is missing whenever one comes back. */
final class ResumeTest {

  @TempDir
  private Path directory;

  private House house;
  private Clients clients;
  private Topic topic;

  @BeforeEach
  void open() {
    house = House.open(directory);
    clients = new Clients(house.at("/cometd"));
    topic = house.topic("x.a");
  }

  @AfterEach
  void close() {
    clients.close();
    house.close();
  }

  private void publish(int from, int to) {
    for (int i = from; i <= to; i++) {
      house.publish(topic, "e" + i);
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_comes_back_gets_exactly_what_is_missing(Over over) {
    Talker first = clients.client(over).connected().subscribed("/topic/x/**");
    publish(1, 3);
    Object cursor = first.told(3).get(2).get("cursor");
    first.close();
    publish(4, 400);
    Talker again = clients.client(over).connected();
    again.subscribe("/topic/x/**", Map.of("after", cursor));
    publish(401, 402);
    List<Object> texts = again.texts(399);
    assertThat(texts).hasSize(399);
    for (int i = 4; i <= 402; i++) {
      assertThat(texts.get(i - 4)).isEqualTo("e" + i);
    }
  }

  @Test
  void a_subscription_begins_where_it_is_said() {
    publish(1, 5);
    Talker from = clients.client(Over.WEBSOCKET).connected();
    from.subscribe("/topic/x/a", Map.of("from", 4));
    Talker contents = clients.client(Over.WEBSOCKET).connected();
    contents.subscribe("/topic/**", Map.of("contents", true));
    Talker end = clients.client(Over.WEBSOCKET).connected().subscribed("/topic/x/*");
    publish(6, 6);
    assertThat(from.texts(3)).containsExactly("e4", "e5", "e6");
    assertThat(contents.texts(2)).containsExactly("e5", "e6");
    assertThat(contents.told().get(0)).containsOnlyKeys("snapshot", "channel");
    assertThat(end.texts(1)).containsExactly("e6");
  }

  @Test
  void a_beginning_that_is_none_is_refused_with_a_sentence() {
    Talker talker = clients.client(Over.WEBSOCKET).connected();
    for (Map<String, Object> start : List.of(
        Map.<String, Object>of("from", 0),
        Map.<String, Object>of("from", "1"),
        Map.<String, Object>of("from", 1.5),
        Map.<String, Object>of("after", "nonsense"),
        Map.<String, Object>of("contents", "yes"),
        Map.<String, Object>of("from", 1, "contents", true),
        Map.<String, Object>of("since", 1))) {
      Message reply = talker.subscribe("/topic/x/a", start);
      assertThat(reply.isSuccessful()).as(start.toString()).isFalse();
      assertThat((String) reply.get("error")).startsWith("BAD_REQUEST::");
    }
  }

  @Test
  void a_place_in_another_log_is_told_as_a_gap() {
    publish(1, 2);
    Talker talker = clients.client(Over.WEBSOCKET).connected();
    talker.subscribe("/topic/x/a", Map.of("after", "other/77"));
    Map<String, Object> gap = talker.told(3).get(0);
    assertThat(gap).containsEntry("channel", "/service/gap");
    assertThat(gap).containsEntry("subscription", "/topic/x/a");
    assertThat((Map<?, ?>) gap.get("gap")).extracting("reason").isEqualTo("new-log");
    assertThat(talker.texts(3).subList(1, 3)).containsExactly("e1", "e2");
  }

  @Test
  void subscribing_anew_with_another_beginning_replaces_the_subscription() {
    publish(1, 3);
    try (Wire wire = Wire.open(house.at("/cometd"))) {
      wire.handshake();
      wire.reply(wire.connect());
      wire.subscribe("/topic/x/a", "");
      assertThat(wire.subscribe("/topic/x/a", "'from':2")).containsEntry("successful", true);
      publish(4, 4);
      await().until(() -> wire.events().size() >= 3);
      assertThat(wire.subscribe("/topic/x/a", "")).containsEntry("successful", true);
      publish(5, 5);
      await().until(() -> wire.events().size() >= 4);
      assertThat(wire.events()).containsExactly("e2", "e3", "e4", "e5");
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_acknowledges_gets_all_once_in_order(Over over) {
    Talker talker = clients.client(over);
    talker.client().addExtension(new AckExtension());
    talker.connected().subscribed("/topic/x/a");
    publish(1, 600);
    List<Object> texts = talker.texts(600);
    for (int i = 1; i <= 600; i++) {
      assertThat(texts.get(i - 1)).isEqualTo("e" + i);
    }
    assertThat(texts).hasSize(600);
  }

  @Test
  void a_later_subscription_gets_what_an_earlier_one_has_had_and_nothing_twice_from_then_on() {
    try (Wire wire = Wire.open(house.at("/cometd"))) {
      wire.handshake();
      wire.reply(wire.connect());
      wire.subscribe("/topic/x/a", "");
      publish(1, 2);
      await().until(() -> wire.events().size() >= 2);
      wire.subscribe("/topic/**", "'from':1");
      await().until(() -> wire.events().size() >= 4);
      publish(3, 3);
      await().until(() -> wire.events().size() >= 5);
      publish(4, 4);
      await().until(() -> wire.events().contains("e4"));
      assertThat(wire.events()).containsExactly("e1", "e2", "e1", "e2", "e3", "e4");
    }
  }

  @Test
  void a_subscription_that_the_gateway_ends_is_told_so() throws Exception {
    Path other = Files.createDirectory(directory.resolve("room"));
    try (Room room = Room.open(other, Limits.DEFAULTS);
        Wire wire = Wire.open(room.at())) {
      wire.handshake();
      wire.reply(wire.connect());
      wire.subscribe("/topic/a", "");
      room.endFeeds();
      await()
          .until(() ->
              wire.messages().stream().anyMatch(one -> "/service/end".equals(one.get("channel"))));
      assertThat(wire.messages().get(wire.messages().size() - 1).get("data").toString())
          .contains("code=CLOSED", "subscription=/topic/a");
      assertThat(wire.reply(wire.ask("/meta/unsubscribe", "'subscription':'/topic/a'")))
          .containsKey("successful");
    }
  }

  @Test
  void who_wants_it_ordered_is_told_by_connects_only() {
    try (Wire wire = Wire.open(house.at("/cometd"))) {
      wire.handshake("'belfry':{'ordered':true}");
      wire.reply(wire.connect());
      wire.subscribe("/topic/x/a", "'from':1");
      publish(1, 3);
      wire.reply(wire.ask("/topic/x/a", "'data':'e4'"));
      await().until(() -> house.gateway().sessions() == 1);
      assertThat(wire.events()).isEmpty();
      await().until(() -> {
        wire.reply(wire.connect());
        return wire.events().size() >= 4;
      });
      assertThat(wire.events()).containsExactly("e1", "e2", "e3", "e4");
    }
  }

  @Test
  void a_session_goes_on_over_another_connection() {
    try (Wire first = Wire.open(house.at("/cometd"))) {
      String id = first.handshake();
      first.reply(first.connect());
      assertThat(first.subscribe("/topic/x/a", "")).containsEntry("successful", true);
      publish(1, 1);
      await().until(() -> first.events().size() == 1);
      first.leave();
      publish(2, 3);
      try (Wire second = Wire.open(house.at("/cometd")).as(id)) {
        assertThat(second.reply(second.connect())).containsEntry("successful", true);
        publish(4, 4);
        await().until(() -> second.events().contains("e4"));
        assertThat(second.events()).containsExactly("e2", "e3", "e4");
      }
    }
  }
}
