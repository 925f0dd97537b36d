package io.belfry.testbroker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A broker that the environment names. */
class GivenBrokerTest {

  @Test
  void its_address_is_read_from_the_url() {
    var address = GivenBroker.address("BELFRY_MQTT_URL", "tcp://127.0.0.1:1884");
    assertThat(address.getPort()).isEqualTo(1884);
    assertThat(address.getHostString()).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:1884", "tcp://127.0.0.1", "here"})
  void what_is_no_address_is_refused_with_the_name_of_the_variable(String url) {
    assertThatThrownBy(() -> GivenBroker.address("BELFRY_MQTT_URL", url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BELFRY_MQTT_URL");
  }
}
