package io.belfry.testbroker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.broker.BrokerUser;
import io.belfry.broker.Permission;
import io.belfry.tck.Waiting;
import jakarta.jms.JMSRuntimeException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same users and permissions, with every kind of broker that can have them. */
class UsersTest {

  private static final Setup SETUP = Setup.PLAIN.withUsers(
      List.of(
          new BrokerUser("anna", "a-secret", Set.of("writer", "worker")),
          new BrokerUser("ben", "b-secret", Set.of("reader"))),
      List.of(
          Permission.toSend("writer", "news.#"),
          Permission.toReceive("reader", "news.*"),
          Permission.all("worker", "work")));

  @ParameterizedTest
  @EnumSource(names = {"EMBEDDED", "MOSQUITTO", "ARTEMIS_PROCESS", "DOCKER_MOSQUITTO"})
  void who_may_do_what_by_mqtt(Kind kind) throws Exception {
    try (TestBroker broker = TestBrokers.startOrSkip(kind, SETUP)) {
      InetSocketAddress address = broker.at(Protocol.MQTT);
      assertThatThrownBy(() -> MqttClient.open(address)).isInstanceOf(MqttException.class);
      assertThatThrownBy(() -> MqttClient.open(address, "anna", "b-secret"))
          .isInstanceOf(MqttException.class);
      try (MqttClient ben = MqttClient.open(address, "ben", "b-secret");
          MqttClient anna = MqttClient.open(address, "anna", "a-secret")) {
        ben.subscribe("news/sports");
        anna.publish("news/sports", "allowed", false);
        Waiting.until("what is allowed arrived", () -> ben.arrived().contains("allowed"));
        ben.tryToPublish("news/sports", "forbidden");
        anna.publish("news/sports", "last", false);
        Waiting.until("the last arrived", () -> ben.arrived().contains("last"));
        assertThat(ben.arrived()).doesNotContain("forbidden");
      }
    }
  }

  @Test
  void who_may_do_what_by_jms() throws Exception {
    try (TestBroker broker = TestBrokers.startOrSkip(Kind.ARTEMIS_PROCESS, SETUP)) {
      InetSocketAddress address = broker.at(Protocol.JMS);
      assertThatThrownBy(() -> JmsClient.open(address, "anna", "b-secret"))
          .isInstanceOf(JMSRuntimeException.class);
      try (JmsClient anna = JmsClient.open(address, "anna", "a-secret");
          JmsClient ben = JmsClient.open(address, "ben", "b-secret")) {
        anna.send("work", "allowed");
        assertThat(anna.receive("work")).hasValue("allowed");
        assertThatThrownBy(() -> ben.send("work", "x")).isInstanceOf(JMSRuntimeException.class);
        assertThatThrownBy(() -> anna.send("secrets", "x")).isInstanceOf(JMSRuntimeException.class);
      }
    }
  }
}
