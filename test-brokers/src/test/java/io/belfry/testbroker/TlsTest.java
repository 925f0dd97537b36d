package io.belfry.testbroker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.tck.Waiting;
import jakarta.jms.JMSRuntimeException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Encrypted connections, with certificates made for the occasion. */
class TlsTest {

  private static Certificates certificates;

  @BeforeAll
  static void makeCertificates(@TempDir Path directory) throws IOException {
    certificates = Certificates.madeIn(directory);
  }

  @ParameterizedTest
  @EnumSource(names = {"MOSQUITTO", "ARTEMIS_PROCESS", "DOCKER_MOSQUITTO"})
  void mqtt_clients_know_the_broker(Kind kind) throws Exception {
    try (TestBroker broker = TestBrokers.startOrSkip(kind, Setup.PLAIN.withTls(certificates))) {
      InetSocketAddress address = broker.at(Protocol.MQTT);
      requireWorks(MqttClient.open(address, Tls.unknown(certificates)));
      assertThatThrownBy(() -> MqttClient.openInVain(address)).isInstanceOf(MqttException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MOSQUITTO", "ARTEMIS_PROCESS"})
  void the_broker_knows_mqtt_clients(Kind kind) throws Exception {
    try (TestBroker broker =
        TestBrokers.startOrSkip(kind, Setup.PLAIN.withMutualTls(certificates))) {
      InetSocketAddress address = broker.at(Protocol.MQTT);
      requireWorks(MqttClient.open(address, Tls.known(certificates)));
      assertThatThrownBy(() -> MqttClient.openInVain(address, Tls.unknown(certificates)))
          .isInstanceOf(MqttException.class);
    }
  }

  @Test
  void the_broker_and_jms_clients_know_each_other() throws Exception {
    Setup setup = Setup.PLAIN.withMutualTls(certificates);
    try (TestBroker broker = TestBrokers.startOrSkip(Kind.ARTEMIS_PROCESS, setup)) {
      InetSocketAddress address = broker.at(Protocol.JMS);
      try (JmsClient client = JmsClient.openKnown(address, certificates)) {
        client.send("work", "hello");
        assertThat(client.receive("work")).hasValue("hello");
      }
      assertThatThrownBy(() -> JmsClient.openInVain(address, certificates))
          .isInstanceOf(JMSRuntimeException.class);
      assertThatThrownBy(() -> JmsClient.openInVain(address))
          .isInstanceOf(JMSRuntimeException.class);
    }
  }

  @Test
  void who_trusts_another_authority_does_not_connect(@TempDir Path elsewhere) throws Exception {
    Certificates others = Certificates.madeIn(elsewhere);
    try (TestBroker broker =
        TestBrokers.startOrSkip(Kind.MOSQUITTO, Setup.PLAIN.withTls(certificates))) {
      InetSocketAddress address = broker.at(Protocol.MQTT);
      assertThatThrownBy(() -> MqttClient.openInVain(address, Tls.unknown(others)))
          .isInstanceOf(MqttException.class);
    }
  }

  private static void requireWorks(MqttClient opened) throws MqttException {
    try (MqttClient client = opened) {
      client.subscribe("bells");
      client.publish("bells", "ding", false);
      Waiting.until("it arrived", () -> client.arrived().contains("ding"));
    }
  }
}
