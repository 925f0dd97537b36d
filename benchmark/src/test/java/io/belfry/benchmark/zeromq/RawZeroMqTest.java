package io.belfry.benchmark.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.benchmark.wire.Contestant;
import io.belfry.benchmark.wire.EveryPattern;
import org.junit.jupiter.api.Test;

class RawZeroMqTest extends EveryPattern {

  @Override
  protected Contestant contestant() {
    return new RawZeroMq();
  }

  @Test
  void it_knows_its_version() {
    assertThat(contestant().version()).matches("JeroMQ \\d+\\.\\d+\\.\\d+");
  }
}
