package io.belfry.benchmark.jms;

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

class RawJmsTest {

  private static BrokerProcess broker;

  @BeforeAll
  static void start() {
    broker = BrokerProcess.start(true);
  }

  @AfterAll
  static void end() {
    broker.close();
  }

  @Nested
  class Pipelined extends EveryPattern {

    @Override
    protected Contestant contestant() {
      return RawJms.pipelined(access(), false);
    }
  }

  @Nested
  class PipelinedAndPersistent extends EveryPattern {

    @Override
    protected Contestant contestant() {
      return RawJms.pipelined(access(), true);
    }
  }

  @Nested
  class Blocking extends EveryPattern {

    @Override
    protected Contestant contestant() {
      return RawJms.blocking(access(), false);
    }
  }

  @Test
  void it_knows_its_version() {
    assertThat(RawJms.pipelined(access(), true).version())
        .matches("Artemis client \\d+\\.\\d+\\.\\d+ persistent");
  }

  @Test
  void a_broker_that_does_not_tell_its_version_is_none_the_worse() {
    assertThat(RawJms.brokerVersion(access())).isEqualTo("Artemis (version not told)");
  }

  @Test
  void a_broker_that_is_not_there_is_told() {
    Access nowhere = new Access("tcp://127.0.0.1:1?a=b", Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> RawJms.brokerVersion(nowhere))
        .isInstanceOf(BreakdownException.class)
        .hasMessageStartingWith("The broker at tcp://127.0.0.1:1 can't be reached: ");
  }

  private static Access access() {
    return new Access(broker.jmsUrl(), Optional.empty(), Optional.empty());
  }
}
