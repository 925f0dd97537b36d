package io.belfry.gateway.bayeux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.belfry.gateway.House;
import io.belfry.message.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever anybody sends harms nobody else. */
final class HostileTest {

  private static final String HANDSHAKE =
      "{'channel':'/meta/handshake','version':'1.0','supportedConnectionTypes':['websocket']%s}";

  private static final List<String> UNREADABLE = List.of(
      "",
      "[",
      "null",
      "7",
      "'x'",
      "[]",
      "[7]",
      "[null]",
      "nonsense",
      "[{'channel':7}]",
      "[{'channel':'/meta/handshake','channel':'/x'}]",
      "[{'channel':'/meta/handshake','id':{}}]",
      "[{'channel':'/meta/connect','clientId':7}]",
      "[{'channel':'/meta/connect','advice':[]}]",
      "[{'channel':'/meta/connect','advice':{'timeout':'x'}}]",
      "[{'channel':'/meta/subscribe','subscription':{}}]",
      "[" + HANDSHAKE.formatted(",'ext':7") + "]",
      "[" + HANDSHAKE.formatted(",'ext':{'ack':'x'}") + "]",
      "[" + HANDSHAKE.formatted(",'ext':{'belfry':7}") + "]",
      "[" + HANDSHAKE.formatted(",'ext':{'timesync':{'tc':'x'}}") + "]",
      "[".repeat(100_000),
      "{'a':".repeat(100_000),
      "[" + "{},".repeat(1_000) + "{}]");

  @TempDir
  private Path directory;

  private House house;
  private Topic topic;
  private Wire innocent;

  @BeforeEach
  void open() {
    house = House.open(directory);
    topic = house.topic("a");
    innocent = Wire.open(house.at("/cometd"));
    innocent.handshake();
    innocent.reply(innocent.connect());
    innocent.subscribe("/topic/a", "");
  }

  @AfterEach
  void close() {
    house.publish(topic, "still here");
    await().until(() -> innocent.events().contains("still here"));
    innocent.close();
    house.close();
  }

  @Test
  void what_can_not_be_read_is_refused() {
    Poller poller = new Poller(house.at("/cometd"));
    for (String body : UNREADABLE) {
      String text = body.replace('\'', '"');
      assertThat(poller.post(text).statusCode()).as(text).isBetween(400, 599);
      try (Wire wire = Wire.open(house.at("/cometd"))) {
        wire.sendAsIs(text);
        assertThat(wire.closed().join()).as(text).isEqualTo(1011);
      }
    }
    assertThat(poller.post(new byte[] {'[', '"', (byte) 0xff, '"', ']'}).statusCode())
        .isEqualTo(400);
    assertThat(house.gateway().sessions()).isEqualTo(1);
  }

  @Test
  void who_has_no_session_can_do_nothing() {
    Poller poller = new Poller(house.at("/cometd"));
    for (String channel : List.of(
        "/meta/connect",
        "/meta/subscribe",
        "/topic/a",
        "/service/topics",
        "/meta/nonsense",
        "/x")) {
      String message = "[{'channel':'" + channel + "','data':'x','clientId':'%s'}]";
      for (String id : List.of("x", "x".repeat(500_000))) {
        assertThat(poller.post(message.formatted(id).replace('\'', '"')).body())
            .contains("402::session_unknown");
      }
    }
    assertThat(poller.post("[{\"channel\":\"topic\"}]").body()).contains("405::channel_invalid");
    assertThat(poller.post("[{}]").body()).contains("400::channel_missing");
  }

  @Test
  void a_session_is_bounded_by_what_it_may_do() {
    try (Wire wire = Wire.open(house.at("/cometd"))) {
      wire.handshake();
      wire.reply(wire.connect());
      assertThat(wire.reply(wire.ask("/meta/nonsense", "'data':'x'")))
          .containsEntry("successful", false);
      assertThat(wire.reply(wire.ask("/meta/subscribe", "'subscription':['/topic/a','/x']")))
          .containsEntry("successful", false);
      assertThat(wire.reply(wire.ask("/topic/a", "'x':'no data'")))
          .containsEntry("error", "BAD_REQUEST::There is no 'data' that could be published.");
      for (String data : List.of("7", "[]", "{'op':'publish'}", "{'v':2}")) {
        assertThat(wire.reply(wire.ask("/service/topics", "'data':" + data)))
            .extracting("error")
            .asString()
            .startsWith("BAD_REQUEST::The 'data' of /service/OPERATION");
      }
      String many = IntStream.range(0, 256)
          .mapToObj(i -> "'/topic/t" + i + "/*'")
          .collect(Collectors.joining(","));
      assertThat(wire.reply(wire.ask("/meta/subscribe", "'subscription':[" + many + "]")))
          .containsEntry("successful", true);
      assertThat((String) wire.subscribe("/topic/a", "").get("error")).startsWith("TOO_LARGE::");
    }
  }

  @Test
  void numbers_and_names_of_classes_stay_what_they_are() {
    try (Wire wire = Wire.open(house.at("/cometd"))) {
      wire.handshake();
      wire.reply(wire.connect());
      wire.subscribe("/topic/a", "");
      String data = "{'class':'io.belfry.service.Token','secret':'x','n':null,"
          + "'large':123456789012345678901234567890,'exact':1.10}";
      wire.reply(wire.ask("/topic/a", "'data':" + data));
      await().until(() -> wire.events().size() == 1);
      assertThat(wire.events().get(0)).isEqualTo(data.replace('\'', '"'));
    }
  }

  @Test
  void who_acknowledges_what_was_never_sent_loses_nothing() {
    Poller poller = new Poller(house.at("/cometd"));
    poller.handshake("'ack':true");
    poller.poll("'ext':{'ack':0}");
    poller.ask("/meta/subscribe", "'subscription':'/topic/a'");
    house.publish(topic, "one");
    for (String ack : List.of("9000000000000000000", "1e99", "100000000000000000000", "true")) {
      Map<String, Object> reply = poller.poll("'ext':{'ack':" + ack + "}");
      assertThat(reply.get("error")).asString().startsWith("BAD_REQUEST::ext.ack");
    }
    await().until(() -> {
      poller.poll("'ext':{'ack':-1}");
      return poller.events().contains("one");
    });
  }

  @Test
  void half_a_character_is_not_published() {
    try (Wire wire = Wire.open(house.at("/cometd"))) {
      wire.handshake();
      byte[] half = "'data':'\\ud800'".getBytes(StandardCharsets.UTF_8);
      String id = wire.ask("/topic/a", new String(half, StandardCharsets.UTF_8));
      assertThat(wire.reply(id).get("error")).asString().startsWith("BAD_REQUEST::");
    }
  }
}
