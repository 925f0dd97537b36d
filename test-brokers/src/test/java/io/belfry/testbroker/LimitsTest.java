package io.belfry.testbroker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSRuntimeException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a broker refuses when it was told to. */
class LimitsTest {

  @ParameterizedTest
  @EnumSource(names = {"EMBEDDED", "MOSQUITTO", "ARTEMIS_PROCESS"})
  void a_packet_that_is_too_large(Kind kind) throws Exception {
    try (TestBroker broker =
            TestBrokers.startOrSkip(kind, Setup.PLAIN.withLimit(Limit.PACKET_BYTES, 10_000));
        MqttClient client = MqttClient.open(broker.at(Protocol.MQTT))) {
      client.publish("news", "x".repeat(9_000), false);
      assertThatThrownBy(() -> client.publish("news", "x".repeat(11_000), false))
          .isInstanceOf(MqttException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MOSQUITTO", "ARTEMIS_PROCESS"})
  void more_and_more_connections(Kind kind) throws Exception {
    List<MqttClient> opened = new ArrayList<>();
    try (TestBroker broker =
        TestBrokers.startOrSkip(kind, Setup.PLAIN.withLimit(Limit.CONNECTIONS, 2))) {
      InetSocketAddress address = broker.at(Protocol.MQTT);
      opened.add(MqttClient.open(address));
      assertThatThrownBy(() -> {
            for (int i = 0; i < 9; i++) {
              opened.add(MqttClient.openInVain(address));
            }
          })
          .isInstanceOf(MqttException.class);
      for (MqttClient client : opened) {
        client.close();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EMBEDDED", "ARTEMIS_PROCESS"})
  void more_than_the_memory_holds(Kind kind) throws Exception {
    try (TestBroker broker =
            TestBrokers.startOrSkip(kind, Setup.PLAIN.withLimit(Limit.MEMORY_BYTES, 1_000_000));
        JmsClient client = JmsClient.open(broker.at(Protocol.JMS))) {
      String text = "x".repeat(10_000);
      assertThatThrownBy(() -> IntStream.range(0, 1_000).forEach(i -> client.send("work", text)))
          .isInstanceOf(JMSRuntimeException.class)
          .hasMessageContaining("full");
    }
  }
}
