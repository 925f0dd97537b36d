package io.belfry.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.belfry.gateway.House;
import io.belfry.gateway.config.GatewayConfig;
import io.belfry.gateway.config.Limits;
import io.belfry.gateway.config.Times;
import io.belfry.gateway.page.Shown;
import io.belfry.gateway.stream.Reader.Item;
import io.belfry.message.Topic;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StreamTest {

  private static final String STREAM = "/api/v1/stream?topic=";

  @TempDir
  private Path directory;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void a_stream_begins_with_the_contents_and_goes_on_with_what_comes() throws Exception {
    try (House house = House.open(directory)) {
      Topic topic = house.topic("finance.stock");
      house.publish(topic, "one");
      try (Reader reader = Reader.open(http, house.at(STREAM + "finance.%23"))) {
        assertThat(reader.status()).isEqualTo(200);
        assertThat(reader.type()).isEqualTo("text/event-stream; charset=utf-8");
        Item first = reader.next();
        assertThat(first.name()).isEqualTo("snapshot");
        assertThat(first.number("seq")).isEqualTo(1);
        house.publish(topic, "two");
        Item second = reader.next();
        assertThat(second.name()).isEqualTo("message");
        assertThat(second.number("seq")).isEqualTo(2);
        assertThat(second.json()).containsEntry("topic", "finance.stock");
        assertThat(second.id()).isEqualTo(second.json().get("epoch") + "/2");
      }
    }
  }

  @Test
  void a_stream_without_contents_tells_only_what_comes() throws Exception {
    try (House house = House.open(directory)) {
      Topic topic = house.topic("a");
      house.publish(topic, "one");
      try (Reader reader = Reader.open(http, house.at(STREAM + "a&contents=false"))) {
        assertThat(reader.any().data()).isEmpty();
        house.publish(topic, "two");
        assertThat(reader.next().number("seq")).isEqualTo(2);
      }
    }
  }

  @Test
  void a_stream_from_a_seq_tells_that_and_all_after_it() throws Exception {
    try (House house = House.open(directory)) {
      Topic topic = house.topic("a");
      Topic other = house.topic("b");
      for (int i = 0; i < 300; i++) {
        house.publish(topic, "t" + i);
        house.publish(other, "o" + i);
      }
      try (Reader one = Reader.open(http, house.at(STREAM + "a&from=5"));
          Reader all = Reader.open(http, house.at(STREAM + "%23&from=150"))) {
        for (int seq = 5; seq <= 300; seq++) {
          assertThat(one.next().number("seq")).isEqualTo(seq);
        }
        for (String name : new String[] {"a", "b"}) {
          for (int seq = 150; seq <= 300; seq++) {
            Item item = all.next();
            assertThat(item.json()).containsEntry("topic", name);
            assertThat(item.number("seq")).isEqualTo(seq);
          }
        }
        house.publish(topic, "last");
        assertThat(one.next().number("seq")).isEqualTo(301);
        assertThat(all.next().number("seq")).isEqualTo(301);
      }
    }
  }

  @Test
  void who_comes_back_gets_what_is_missing() throws Exception {
    try (House house = House.open(directory)) {
      Topic topic = house.topic("a");
      String id;
      try (Reader reader = Reader.open(http, house.at(STREAM + "a"))) {
        reader.next();
        house.publish(topic, "one");
        id = reader.next().id();
      }
      house.publish(topic, "two");
      house.publish(topic, "three");
      try (Reader again = Reader.open(http, house.at(STREAM + "a"), "Last-Event-ID", id);
          Reader after = Reader.open(http, house.at(STREAM + "a&after=" + id))) {
        assertThat(again.next().number("seq")).isEqualTo(2);
        assertThat(again.next().number("seq")).isEqualTo(3);
        assertThat(after.next().number("seq")).isEqualTo(2);
      }
    }
  }

  @Test
  void a_cursor_of_another_log_is_a_gap() throws Exception {
    try (House house = House.open(directory)) {
      Topic topic = house.topic("a");
      house.publish(topic, "one");
      try (Reader reader = Reader.open(http, house.at(STREAM + "a&after=other/77"))) {
        Item gap = reader.next();
        assertThat(gap.name()).isEqualTo("gap");
        assertThat(gap.json()).containsEntry("reason", "new-log");
        assertThat(reader.next().number("seq")).isEqualTo(1);
      }
    }
  }

  @Test
  void a_silent_stream_shows_that_it_lives() throws Exception {
    GatewayConfig config = GatewayConfig.local(0)
        .with(new Times(Duration.ofMillis(50), Duration.ofMinutes(1), Duration.ofMinutes(1)));
    try (House house = House.open(House.server(directory), config, Shown.NOTHING)) {
      house.topic("a");
      try (Reader reader = Reader.open(http, house.at(STREAM + "a&contents=false"))) {
        for (int i = 0; i < 3; i++) {
          assertThat(reader.any().data()).isEmpty();
        }
      }
      await().until(() -> house.gateway().sessions() == 0);
    }
  }

  @Test
  void what_cannot_be_is_refused_with_a_sentence() throws Exception {
    try (House house = House.open(directory)) {
      house.topic("a");
      assertThat(refusal(house, STREAM + "none")).startsWith("404 ").contains("'none'");
      assertThat(refusal(house, STREAM + "a..b")).startsWith("400 ");
      assertThat(refusal(house, "/api/v1/stream")).startsWith("400 ").contains("?topic=");
      assertThat(refusal(house, STREAM + "a&from=0")).startsWith("400 ").contains("seq 1");
      assertThat(refusal(house, STREAM + "a&from=x")).startsWith("400 ").contains("'from'");
      assertThat(refusal(house, STREAM + "a&after=x")).startsWith("400 ").contains("cursor");
      assertThat(refusal(house, STREAM + "a&after=x/1&from=2"))
          .startsWith("400 ")
          .contains("one way");
      assertThat(refusal(house, STREAM + "a&form=1")).startsWith("400 ").contains("'from'");
      assertThat(house.gateway().sessions()).isZero();
    }
  }

  @Test
  void more_streams_than_a_client_may_have_are_refused() throws Exception {
    GatewayConfig config = GatewayConfig.local(0).with(new Limits(1 << 20, 10, 1, 0, 256, 1 << 20));
    try (House house = House.open(House.server(directory), config, Shown.NOTHING)) {
      house.topic("a");
      try (Reader reader = Reader.open(http, house.at(STREAM + "a"))) {
        assertThat(reader.status()).isEqualTo(200);
        assertThat(refusal(house, STREAM + "a")).startsWith("503 ").contains("close one");
      }
    }
  }

  @Test
  void the_gateways_end_is_told() throws Exception {
    House house = House.open(directory);
    house.topic("a");
    try (Reader reader = Reader.open(http, house.at(STREAM + "a&contents=false"))) {
      house.close();
      Item end = reader.next();
      assertThat(end.name()).isEqualTo("end");
      assertThat(end.json()).containsEntry("code", "CLOSED");
    }
  }

  private String refusal(House house, String path) throws IOException, InterruptedException {
    try (Reader reader = Reader.open(http, house.at(path))) {
      assertThat(reader.type()).isEqualTo("application/problem+json");
      return reader.status() + " " + reader.rest();
    }
  }
}
