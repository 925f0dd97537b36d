package io.belfry.testbroker;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Broker;
import io.belfry.tck.Waiting;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all kinds of brokers have in common, with each that can be had here. */
class EveryKindTest {

  @ParameterizedTest
  @EnumSource
  void it_can_be_switched_off_and_on_at_the_same_address(Kind kind) throws Exception {
    TestBroker running = TestBrokers.startOrSkip(kind, Setup.PLAIN);
    try (running) {
      requireAnswers(running);
      Optional<Broker> control = running.control();
      Assumptions.assumeTrue(control.isPresent(), kind + " is looked after by others");
      Broker broker = control.orElseThrow();
      broker.kill();
      requireSilence(running);
      broker.start();
      requireAnswers(running);
      broker.stop();
      requireSilence(running);
      broker.start();
      requireAnswers(running);
    }
    running.close();
    requireSilence(running);
  }

  private static void requireAnswers(TestBroker broker) throws Exception {
    if (broker.kind().protocols().contains(Protocol.MQTT)) {
      requireMqtt(broker.at(Protocol.MQTT));
    }
    broker
        .kind()
        .protocols()
        .forEach(protocol -> assertThat(Listening.isAt(broker.at(protocol)))
            .as("somebody listens for " + protocol)
            .isTrue());
  }

  private static void requireMqtt(InetSocketAddress address) throws Exception {
    try (MqttClient client = MqttClient.open(address)) {
      client.subscribe("bells/#");
      client.publish("bells/emmanuel", "ding", false);
      Waiting.until("the message arrived", () -> client.arrived().contains("ding"));
    }
  }

  private static void requireSilence(TestBroker broker) {
    broker
        .kind()
        .protocols()
        .forEach(protocol -> assertThat(Listening.isAt(broker.at(protocol)))
            .as("somebody listens for " + protocol)
            .isFalse());
  }
}
