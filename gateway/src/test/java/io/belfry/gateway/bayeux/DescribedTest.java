package io.belfry.gateway.bayeux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.gateway.House;
import io.belfry.gateway.rest.Schema;
import io.belfry.message.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes on channels is what the document that is served says. */
final class DescribedTest {

  private static final String DOCUMENT = "/api/v1/asyncapi.json";

  @TempDir
  private Path directory;

  @Test
  void what_a_session_is_told_is_described() throws IOException {
    try (House house = House.open(directory);
        Wire wire = Wire.open(house.at("/cometd"))) {
      Schema schema = new Schema(JSON.std.mapFrom(house.at(DOCUMENT).toURL()));
      Topic topic = house.topic("weather.paris");
      house.publish(topic, "fog");
      wire.handshake();
      wire.connect();
      wire.subscribe("/topic/weather/paris", "'contents':true");
      wire.subscribe("/topic/weather/*", "'after':'other/7'");
      house.publish(topic, "sun");
      await().until(() -> wire.events().contains("sun"));
      assertThat(faults(schema, "told", data(wire, "/topic/weather/paris"))).isEmpty();
      assertThat(kinds(wire)).contains("snapshot", "event");
      assertThat(faults(schema, "logGap", data(wire, "/service/gap"))).isEmpty();
      Object answer =
          wire.reply(wire.ask("/service/topics", "'data':{'limit':1}")).get("data");
      Object refusal =
          wire.reply(wire.ask("/service/topics", "'data':{'limit':0}")).get("data");
      assertThat(faults(schema, "reply", List.of(answer, refusal))).isEmpty();
    }
  }

  @Test
  void the_end_of_a_subscription_is_described() throws IOException {
    House house = House.open(directory);
    house.topic("a");
    try (Wire wire = Wire.open(house.at("/cometd"))) {
      Schema schema = new Schema(JSON.std.mapFrom(house.at(DOCUMENT).toURL()));
      wire.handshake();
      wire.connect();
      wire.subscribe("/topic/a", "");
      house.close();
      await().until(() -> !data(wire, "/service/end").isEmpty());
      assertThat(faults(schema, "ended", data(wire, "/service/end"))).isEmpty();
    } finally {
      house.close();
    }
  }

  private static List<?> data(Wire wire, String channel) {
    return wire.messages().stream()
        .filter(message -> channel.equals(message.get("channel")) && message.containsKey("data"))
        .map(message -> message.get("data"))
        .toList();
  }

  private static List<String> kinds(Wire wire) {
    return data(wire, "/topic/weather/paris").stream()
        .flatMap(told -> ((Map<?, ?>) told).keySet().stream())
        .map(String::valueOf)
        .toList();
  }

  private static List<String> faults(Schema schema, String message, List<?> payloads) {
    assertThat(payloads).isNotEmpty();
    return payloads.stream()
        .flatMap(payload -> schema.faultsOf(message, payload).stream())
        .toList();
  }
}
