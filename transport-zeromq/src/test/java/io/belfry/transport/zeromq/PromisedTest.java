package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the environment promises must be there, so that no test is skipped for want of it. */
class PromisedTest {

  @Test
  void promised_pyzmq_is_there() {
    String promised = System.getenv().getOrDefault("BELFRY_PROMISED", "");
    boolean isPromised = List.of(promised.split("[,\\s]+")).contains("python3-zmq");
    assertThat(!isPromised || Python.hasZmq())
        .as("python3-zmq, which was promised")
        .isTrue();
  }
}
