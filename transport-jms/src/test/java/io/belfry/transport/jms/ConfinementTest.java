package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which urls lead to brokers on this machine only. */
class ConfinementTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp://127.0.0.1:7716",
        "tcp://localhost",
        "tcp://[::1]:7716?ha=false&verifyHost=true",
        "ssl://127.0.0.1:1?trustStorePath=/etc/trust.p12",
        "amqp://127.0.0.1:7717?jms.prefetchPolicy.all={ahead}",
        "tcp://127.0.0.1:1,tcp://localhost:2",
        "(tcp://127.0.0.1:1,tcp://localhost:2)?ha=true",
        "failover:(amqp://127.0.0.1:1,amqps://[::1]:2)?failover.maxReconnectAttempts=1"
      })
  void these_stay_here(String url) {
    assertThat(isConfined(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp://192.0.2.1:7716",
        "tcp://broker:7716",
        "tcp://0.0.0.0:7716",
        "tcp://[::]:7716",
        "tcp://127.1:7716",
        "tcp://127.0.0.1.example.org:1",
        "tcp://localhost:1,tcp://broker:2",
        "(tcp://127.0.0.1:1,tcp://127.0.0.1:2,tcp://192.0.2.1:3)?ha=true",
        "failover:(amqp://127.0.0.1:1,amqp://broker:2)",
        "(tcp://127.0.0.1:1)#tcp://broker:2",
        "tcp://127.0.0.1:1#tcp://broker:2?ha=true",
        "tcp://127.0.0.1:1?ha=true#tcp://broker:2",
        "tcp://127.0.0.1:1?host=broker",
        "tcp://127.0.0.1:1?HOST=broker",
        "tcp://127.0.0.1:1?h%6Fst=broker",
        "tcp://127.0.0.1:1?ha=true&proxyHost=broker",
        "tcp://127.0.0.1:1?backup=tcp://broker:1",
        "tcp://broker:1?x=tcp://127.0.0.1:1",
        "(tcp://127.0.0.1:1?ha=true,tcp://broker:2)?ha=true",
        "tcp://127.0.0.1:1/path",
        "tcp://127.0.0.1:1;tcp://broker:2",
        "udp://231.7.7.7:9876",
        "udp://127.0.0.1:9876",
        "jgroups://127.0.0.1",
        "vm://0",
        "broker:1",
        "tcp:127.0.0.1"
      })
  void these_may_lead_elsewhere(String url) {
    assertThat(isConfined(url)).isFalse();
  }

  @Test
  void what_is_hidden_is_looked_at_too() {
    assertThat(isConfined("tcp://127.0.0.1:1", "trustStorePassword=a/b:c@d!")).isTrue();
    assertThat(isConfined("tcp://127.0.0.1:1", "host=broker")).isFalse();
  }

  private static boolean isConfined(String url) {
    return Confinement.holds(BrokerUrl.parse(url, Optional.empty()));
  }

  private static boolean isConfined(String url, String secrets) {
    return Confinement.holds(BrokerUrl.parse(url, Optional.of(secrets)));
  }
}
