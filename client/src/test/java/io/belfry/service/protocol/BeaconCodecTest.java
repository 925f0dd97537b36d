package io.belfry.service.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeaconCodecTest {

  private static final Beacon BEACON =
      new Beacon("e5", 90, 80, Map.of(new Topic("weather"), 7L, new Topic("날씨.서울"), 41L));

  @Test
  void a_beacon_comes_back_as_it_was() {
    assertThat(BeaconCodec.decode(BeaconCodec.encode(BEACON))).contains(BEACON);
    assertThat(BeaconCodec.decode(BeaconCodec.encode(Beacon.at("e", 0))))
        .contains(Beacon.at("e", 0));
  }

  @Test
  void it_is_json_that_says_its_version_first() {
    Beacon one = new Beacon("e5", 90, 80, Map.of(new Topic("weather"), 7L));
    assertThat(BeaconCodec.encode(one).payload().text())
        .isEqualTo(
            "{\"v\":1,\"epoch\":\"e5\",\"offset\":90,\"since\":80,\"heads\":{\"weather\":7}}");
  }

  @Test
  void the_largest_beacon_can_be_read() {
    Map<Topic, Long> heads = new LinkedHashMap<>();
    for (int i = 0; i < Beacon.MAX_HEADS; i++) {
      heads.put(new Topic("a".repeat(250) + i), Long.MAX_VALUE);
    }
    Beacon largest = new Beacon("E".repeat(64), Long.MAX_VALUE, Long.MAX_VALUE - 1, heads);
    assertThat(BeaconCodec.decode(BeaconCodec.encode(largest))).contains(largest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"v\":2,\"epoch\":\"e\",\"offset\":9,\"since\":8,\"heads\":{}}",
        "{\"v\":1,\"epoch\":\"e\",\"offset\":9,\"since\":8}",
        "{\"v\":1,\"epoch\":\"e\",\"offset\":9,\"since\":8,\"heads\":{},\"more\":1}",
        "{\"v\":1,\"epoch\":\"e\",\"offset\":9,\"since\":8,\"heads\":{}} x",
        "{\"v\":1,\"epoch\":\"e\",\"offset\":9,\"since\":8,\"heads\":{}}{}",
        "{\"v\":1,\"epoch\":\"\",\"offset\":9,\"since\":8,\"heads\":{}}",
        "{\"v\":1,\"epoch\":\"e\",\"offset\":8,\"since\":9,\"heads\":{}}",
        "{\"v\":1,\"epoch\":\"e\",\"offset\":9,\"since\":-1,\"heads\":{}}",
        "{\"v\":1,\"epoch\":\"e\",\"offset\":9.0,\"since\":8,\"heads\":{}}",
        "{\"v\":1,\"epoch\":\"e\",\"offset\":\"9\",\"since\":8,\"heads\":{}}",
        "{\"v\":1,\"epoch\":\"e\",\"offset\":99999999999999999999,\"since\":8,\"heads\":{}}",
        "{\"v\":1,\"epoch\":\"e\",\"offset\":9,\"since\":8,\"heads\":{\"a\":0}}",
        "{\"v\":1,\"epoch\":\"e\",\"offset\":9,\"since\":8,\"heads\":{\"a\":10}}",
        "{\"v\":1,\"epoch\":\"e\",\"offset\":9,\"since\":8,\"heads\":{\"a\":1,\"a\":2}}",
        "{\"v\":1,\"epoch\":\"e\",\"offset\":9,\"since\":8,\"heads\":{\"a\":[1]}}",
        "{\"v\":1,\"epoch\":\"e\",\"offset\":9,\"since\":8,\"heads\":{\"a.*\":1}}",
        "{\"v\":1,\"epoch\":\"e\",\"offset\":9,\"since\":8,\"heads\":{\"a\":{\"b\":{\"c\":1}}}}",
      })
  void what_is_not_right_is_no_beacon(String text) {
    assertThat(BeaconCodec.decode(Message.of(text))).isEmpty();
  }

  @Test
  void too_many_heads_are_no_beacon() {
    StringBuilder text =
        new StringBuilder("{\"v\":1,\"epoch\":\"e\",\"offset\":9,\"since\":8,\"heads\":{\"a\":1");
    for (int i = 0; i < Beacon.MAX_HEADS; i++) {
      text.append(",\"t").append(i).append("\":1");
    }
    assertThat(BeaconCodec.decode(Message.of(text + "}}"))).isEmpty();
  }

  @Test
  void a_beacon_that_can_not_be_is_not_made() {
    assertThatThrownBy(() -> new Beacon("e", 1, 2, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Beacon("not a word", 2, 1, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatever_comes_nothing_is_thrown_and_what_is_read_can_be_written() {
    byte[] whole = BeaconCodec.encode(BEACON).payload().toBytes();
    for (int seed = 0; seed < 50_000; seed++) {
      byte[] bytes = Mutations.of(whole, new SplittableRandom(seed));
      BeaconCodec.decode(Message.of(Payload.copyOf(bytes)))
          .ifPresent(beacon ->
              assertThat(BeaconCodec.decode(BeaconCodec.encode(beacon))).contains(beacon));
    }
  }
}
