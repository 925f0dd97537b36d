package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the environment promises must be there, so that no test is skipped for want of it. */
class PromisedTest {

  @Test
  void promised_clients_of_mosquitto_are_there() {
    String promised = System.getenv().getOrDefault("BELFRY_PROMISED", "");
    boolean isPromised = List.of(promised.split("[,\\s]+", -1)).contains(MosquittoClients.NAME);
    assertThat(!isPromised || MosquittoClients.areThere())
        .as(MosquittoClients.NAME + ", which was promised")
        .isTrue();
  }
}
