package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttPublish;
import org.eclipse.paho.mqttv5.common.packet.MqttWireMessage;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.junit.jupiter.api.Test;

class CodecTest {

  private static final long SEED = 42;
  private static final int TIMES = 500;

  @Test
  void random_messages_are_read_as_they_were_written() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < TIMES; i++) {
      Message message = message(random);
      assertThat(Codec.decode(throughWire(Codec.encode(message, 1)))).isEqualTo(message);
    }
  }

  @Test
  void the_type_of_the_content_has_its_own_place() throws Exception {
    MqttMessage packet =
        throughWire(Codec.encode(Message.of("{}").with("Content-Type", "application/json"), 1));
    assertThat(packet.getProperties().getContentType()).isEqualTo("application/json");
    assertThat(packet.getProperties().getUserProperties()).isEmpty();
  }

  @Test
  void an_expiry_is_announced_to_the_broker_as_well() throws Exception {
    MqttMessage packet =
        throughWire(Codec.encode(Message.of("").withExpiry(Duration.ofMillis(1_500)), 1));
    assertThat(packet.getProperties().getMessageExpiryInterval()).isEqualTo(2);
    assertThat(Codec.decode(packet).expiry()).contains(Duration.ofMillis(1_500));
  }

  @Test
  void what_is_no_header_of_ours_is_left_out() throws Exception {
    MqttMessage packet = Codec.encode(Message.of("good"), 1);
    packet
        .getProperties()
        .setUserProperties(new ArrayList<>(List.of(
            new UserProperty("", "no name"),
            new UserProperty(":status", "ours, but no header"),
            new UserProperty("two words", "no"),
            new UserProperty(Message.EXPIRY, "soon"),
            new UserProperty(Message.PRIORITY, "10"),
            new UserProperty("Kept", "one"),
            new UserProperty("kept", "two"))));

    assertThat(Codec.decode(throughWire(packet)).headers()).isEqualTo(Headers.of("kept", "two"));
  }

  @Test
  void headers_beyond_the_limit_are_left_out() throws Exception {
    MqttMessage packet = Codec.encode(Message.of(""), 1);
    List<UserProperty> pairs = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      pairs.add(new UserProperty("h" + i, "x".repeat(1_000)));
    }
    packet.getProperties().setUserProperties(pairs);

    assertThat(Codec.decode(throughWire(packet)).headers().values()).hasSize(16);
  }

  @Test
  void a_number_that_is_none_is_nothing() {
    MqttMessage packet = Codec.encode(Message.of(""), 1);
    Codec.add(packet, "deadline-ms", "soon");
    assertThat(Codec.number(packet, "deadline-ms")).isNull();
    assertThat(Codec.number(packet, "missing")).isNull();
  }

  /** Paho would end the connection over it. */
  @Test
  void what_mqtt_can_not_carry_never_reaches_paho() {
    for (String text : List.of("\uFFFE", "\uFDD0", "\uD83F\uDFFF")) {
      assertThatThrownBy(() -> Codec.encode(Message.of("").with("h", text), 1))
          .hasMessageMatching("[A-Z][^.]*U\\+[0-9A-F]{4,6}[^.]*\\.");
    }
  }

  private static MqttMessage throughWire(MqttMessage message) throws Exception {
    MqttPublish packet = new MqttPublish("a/b", message, message.getProperties());
    packet.setMessageId(1);
    byte[] header = packet.getHeader();
    byte[] bytes = new byte[header.length + packet.getPayload().length];
    System.arraycopy(header, 0, bytes, 0, header.length);
    System.arraycopy(packet.getPayload(), 0, bytes, header.length, packet.getPayload().length);
    return ((MqttPublish) MqttWireMessage.createWireMessage(bytes)).getMessage();
  }

  private static Message message(Random random) {
    byte[] payload = new byte[random.nextInt(300)];
    random.nextBytes(payload);
    Headers headers = Headers.NONE;
    for (int i = random.nextInt(6); i > 0; i--) {
      headers = headers.with(random.nextInt(5) == 0 ? "content-type" : name(random), text(random));
    }
    return new Message(headers, Payload.wrap(payload, 0, payload.length));
  }

  private static String name(Random random) {
    return "h" + Integer.toString(random.nextInt(1_000), 36) + "-._".charAt(random.nextInt(3));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      text.appendCodePoint("aé天😀 \"=:%".codePointAt(2 * random.nextInt(2)));
    }
    return text.toString();
  }
}
