package io.belfry.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Waiting;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each protocol can do with a broker in memory. */
class ProtocolsTest {

  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = Brokers.open();
  }

  @AfterAll
  static void end() {
    broker.close();
  }

  @Test
  void the_ports_are_real_and_different() {
    assertThat(List.of(broker.jmsPort(), broker.amqpPort(), broker.mqttPort()))
        .doesNotHaveDuplicates()
        .allMatch(port -> port > 0);
  }

  @Test
  void jms_sends_to_a_queue() {
    try (JmsClient client = JmsClient.of(broker)) {
      client.send("work", "hello");
      assertThat(client.receive("work")).hasValue("hello");
    }
  }

  @Test
  void jms_subscribes_with_wildcards() throws Exception {
    try (JmsClient client = JmsClient.of(broker)) {
      JMSContext context = client.context();
      JMSConsumer one = context.createConsumer(context.createTopic("stock.*"));
      JMSConsumer rest = context.createConsumer(context.createTopic("stock.#"));
      client.publish("stock.up.much", "a");
      client.publish("stock.up", "b");
      assertThat(text(rest)).isEqualTo("a");
      assertThat(text(rest)).isEqualTo("b");
      assertThat(text(one)).isEqualTo("b");
    }
  }

  @Test
  void jms_asks_through_a_temporary_queue() throws Exception {
    try (JmsClient client = JmsClient.of(broker)) {
      JMSContext context = client.context();
      var replies = context.createTemporaryQueue();
      context.createProducer().send(replies, "reply");
      assertThat(text(context.createConsumer(replies))).isEqualTo("reply");
    }
  }

  @Test
  void mqtt_publishes_to_subscribers() throws Exception {
    try (MqttClient client = MqttClient.of(broker)) {
      client.subscribe("bells/+/ring");
      client.publish("bells/emmanuel/ring", "ding", false);
      Waiting.until("it arrived", () -> client.arrived().equals(List.of("ding")));
    }
  }

  @Test
  void mqtt_keeps_what_is_to_be_retained() throws Exception {
    try (MqttClient client = MqttClient.of(broker)) {
      client.publish("state/door", "open", true);
      client.subscribe("state/#");
      Waiting.until("it arrived", () -> client.arrived().equals(List.of("open")));
    }
  }

  @Test
  void mqtt_clients_are_told_how_large_a_packet_may_be() throws IOException {
    String connect = "100e" + "00044d515454" + "05" + "02" + "003c" + "00" + "0001" + "61";
    assertThat(answer(broker.mqttPort(), connect, 13))
        .startsWith("200b0000")
        .endsWith("2701000000");
  }

  @Test
  void mqtt_3_1_1_is_let_in() throws IOException {
    String connect = "100d" + "00044d515454" + "04" + "02" + "003c" + "0001" + "61";
    assertThat(answer(broker.mqttPort(), connect, 4)).isEqualTo("20020000");
  }

  @Test
  void mqtt_and_jms_share_addresses() throws Exception {
    try (JmsClient jms = JmsClient.of(broker);
        MqttClient mqtt = MqttClient.of(broker)) {
      mqtt.subscribe("shared/news");
      jms.publish("shared.news", "from jms");
      Waiting.until("it arrived", () -> mqtt.arrived().contains("from jms"));
    }
  }

  @Test
  void amqp_answers_with_the_same_version_and_offers_sasl() throws IOException {
    assertThat(answer(broker.amqpPort(), "414d515003010000", 8)).isEqualTo("414d515003010000");
  }

  private static String answer(int port, String hex, int length) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) Waiting.LONG.toMillis());
      socket.getOutputStream().write(HexFormat.of().parseHex(hex));
      return HexFormat.of().formatHex(socket.getInputStream().readNBytes(length));
    }
  }

  private static String text(JMSConsumer consumer) throws Exception {
    return ((TextMessage) consumer.receive(Waiting.LONG.toMillis())).getText();
  }
}
