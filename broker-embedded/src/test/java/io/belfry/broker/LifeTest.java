package io.belfry.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.tck.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a broker comes and goes. */
class LifeTest {

  @Test
  void it_leaves_no_thread_and_takes_no_port_with_it(@TempDir Path directory) throws Exception {
    BrokerConfig config = Brokers.CONFIG.withDirectory(directory);
    for (int i = 0; i < 5; i++) {
      EmbeddedBroker broker = EmbeddedBroker.start(config);
      config =
          config.withPorts(new BrokerPorts(broker.jmsPort(), broker.amqpPort(), broker.mqttPort()));
      try (JmsClient jms = JmsClient.of(broker);
          MqttClient mqtt = MqttClient.of(broker)) {
        jms.send("work", "hello");
        mqtt.publish("news", "hello", false);
        assertThat(threadsOf(broker)).isNotEmpty();
      }
      broker.close();
      assertThat(broker.isRunning()).isFalse();
      requireNothingLeft(broker);
    }
  }

  @Test
  void it_can_be_ended_in_the_middle_of_everything() throws Exception {
    EmbeddedBroker broker = Brokers.open();
    try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), broker.mqttPort())) {
      MqttClient.of(broker);
      JmsClient.of(broker).send("work", "hello");
      broker.close();
      assertThat(silent.isConnected()).isTrue();
    }
    requireNothingLeft(broker);
  }

  @Test
  void ending_it_again_does_nothing() {
    EmbeddedBroker broker = Brokers.open();
    assertThat(broker.isRunning()).isTrue();
    broker.close();
    broker.close();
    broker.crash();
    assertThat(broker.isRunning()).isFalse();
  }

  @Test
  void the_threads_of_others_are_not_its_own() {
    try (EmbeddedBroker broker = Brokers.open();
        EmbeddedBroker other = Brokers.open();
        JmsClient client = JmsClient.of(broker)) {
      client.send("work", "hello");
      assertThat(threadsOf(broker)).isNotEmpty().doesNotContainAnyElementsOf(threadsOf(other));
      assertThat(broker.ownsThread(Thread.currentThread())).isFalse();
      List<Thread> clients = Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> thread.getName().contains("activemq-client"))
          .toList();
      assertThat(clients).isNotEmpty().noneMatch(broker::ownsThread);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_port_that_is_taken_is_named_and_all_is_closed_again(Door door) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      BrokerPorts ports = switch (door) {
        case JMS -> new BrokerPorts(port, 0, 0);
        case AMQP -> new BrokerPorts(0, port, 0);
        case MQTT -> new BrokerPorts(0, 0, port);
      };
      Set<Thread> before = Thread.getAllStackTraces().keySet();
      assertThatThrownBy(() -> EmbeddedBroker.start(BrokerConfig.DEFAULTS.withPorts(ports)))
          .isInstanceOf(BrokerException.class)
          .hasMessage("The broker can't listen at 127.0.0.1:" + port
              + "; end the program that does, or choose another port.");
      Waiting.until("its threads were gone", () -> brokerThreadsSince(before).isEmpty());
    }
  }

  private static Set<Thread> brokerThreadsSince(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .filter(thread -> thread.getThreadGroup() != null
            && thread.getThreadGroup().getName().equals("belfry-broker"))
        .collect(Collectors.toSet());
  }

  private static void requireNothingLeft(EmbeddedBroker broker) {
    Waiting.until("its threads were gone", () -> threadsOf(broker).isEmpty());
    for (int port : List.of(broker.jmsPort(), broker.amqpPort(), broker.mqttPort())) {
      assertThat(isListening(port)).as("somebody at " + port).isFalse();
    }
  }

  private static Set<Thread> threadsOf(EmbeddedBroker broker) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(broker::ownsThread)
        .collect(Collectors.toSet());
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
