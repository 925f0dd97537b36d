package io.belfry.benchmark.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.benchmark.broker.BrokerProcess;
import io.belfry.benchmark.wire.Access;
import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.Contestant;
import io.belfry.benchmark.wire.EveryPattern;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RawMqttTest {

  private static BrokerProcess broker;

  @BeforeAll
  static void start() {
    broker = BrokerProcess.start(false);
  }

  @AfterAll
  static void end() {
    broker.close();
  }

  @Nested
  class WithQos1 extends EveryPattern {

    @Override
    protected Contestant contestant() {
      return new RawMqtt(access(), 1);
    }
  }

  @Nested
  class WithQos0 extends EveryPattern {

    @Override
    protected Contestant contestant() {
      return new RawMqtt(access(), 0);
    }
  }

  @Test
  void it_knows_its_version() {
    assertThat(new RawMqtt(access(), 1).version()).matches("Paho \\d+\\.\\d+\\.\\d+ QoS 1");
  }

  @Test
  void a_broker_that_does_not_tell_its_version_is_none_the_worse() {
    assertThat(RawMqtt.brokerVersion(access())).startsWith("(version ");
  }

  @Test
  void a_broker_that_is_not_there_is_told_without_its_password() {
    Access nowhere = new Access("tcp://me:secret@127.0.0.1:1", Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> RawMqtt.brokerVersion(nowhere))
        .isInstanceOf(BreakdownException.class)
        .hasMessageStartingWith("The broker at tcp://***@127.0.0.1:1 can't be reached: ");
  }

  private static Access access() {
    return new Access(broker.mqttUrl(), Optional.empty(), Optional.empty());
  }
}
