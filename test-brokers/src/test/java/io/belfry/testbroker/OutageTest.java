package io.belfry.testbroker;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Broker;
import io.belfry.tck.Waiting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Brokers that stand still or are gone, and what is left then. */
class OutageTest {

  private static final byte[] CONNECT =
      HexFormat.of().parseHex("100d" + "00044d515454" + "04" + "02" + "003c" + "0001" + "61");
  private static final int CONNACK = 0x20;
  private static final int QUIET_MILLIS = 250;

  @ParameterizedTest
  @EnumSource(names = {"MOSQUITTO", "ARTEMIS_PROCESS", "DOCKER_MOSQUITTO"})
  void a_frozen_broker_answers_once_it_is_thawed(Kind kind) throws Exception {
    try (TestBroker broker = TestBrokers.startOrSkip(kind, Setup.PLAIN);
        Socket socket = connected(broker.at(Protocol.MQTT))) {
      Freezable frozen = (Freezable) broker;
      frozen.freeze();
      socket.getOutputStream().write(CONNECT);
      assertThat(answers(socket, QUIET_MILLIS)).isFalse();
      frozen.thaw();
      assertThat(answers(socket, (int) Waiting.LONG.toMillis())).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MOSQUITTO", "DOCKER_MOSQUITTO"})
  void a_frozen_broker_can_be_ended(Kind kind) throws Exception {
    try (TestBroker broker = TestBrokers.startOrSkip(kind, Setup.PLAIN)) {
      Broker control = broker.control().orElseThrow();
      ((Freezable) broker).freeze();
      control.stop();
      control.start();
      ((Freezable) broker).freeze();
      control.kill();
      control.start();
      assertThat(Listening.isAt(broker.at(Protocol.MQTT))).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EMBEDDED", "ARTEMIS_PROCESS"})
  void work_survives_where_it_was_asked_for(Kind kind) throws Exception {
    assertThat(isThereAfterKill(kind, Setup.PLAIN.persistent())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"EMBEDDED", "ARTEMIS_PROCESS"})
  void work_does_not_survive_otherwise(Kind kind) throws Exception {
    assertThat(isThereAfterKill(kind, Setup.PLAIN)).isFalse();
  }

  @Test
  void mosquitto_keeps_its_files_when_it_ends_in_good_order() throws Exception {
    try (TestBroker broker = TestBrokers.startOrSkip(Kind.MOSQUITTO, Setup.PLAIN.persistent())) {
      try (MqttClient client = MqttClient.open(broker.at(Protocol.MQTT))) {
        client.publish("state", "kept", true);
      }
      broker.control().orElseThrow().stop();
      broker.control().orElseThrow().start();
      try (MqttClient client = MqttClient.open(broker.at(Protocol.MQTT))) {
        client.subscribe("state");
        Waiting.until("it came", () -> client.arrived().contains("kept"));
      }
    }
  }

  private static boolean isThereAfterKill(Kind kind, Setup setup) throws Exception {
    try (TestBroker broker = TestBrokers.startOrSkip(kind, setup)) {
      try (JmsClient client = JmsClient.open(broker.at(Protocol.JMS))) {
        client.send("work", "hello");
      }
      Broker control = broker.control().orElseThrow();
      control.kill();
      control.start();
      try (JmsClient client = JmsClient.open(broker.at(Protocol.JMS))) {
        client.send("work", "marker");
        return client.receive("work").orElseThrow().equals("hello");
      }
    }
  }

  private static boolean answers(Socket socket, int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return socket.getInputStream().read() == CONNACK;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private static Socket connected(InetSocketAddress address) throws IOException {
    return new Socket(address.getAddress(), address.getPort());
  }
}
