package io.belfry.launcher.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are found in settings of any name. */
class AddressesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          tcp://127.0.0.1:7700                 | tcp://127.0.0.1:7701
          localhost:7700                       | localhost:7701
          tcp://[::1]:7700                     | tcp://[0:0:0:0:0:0:0:1]:7701
          tcp://a.example:1,tcp://127.0.0.1:9  | tcp://a.example:2,tcp://127.0.0.1:10
          ssl://broker-1.example.org:8883?x=1  | ssl://broker-1.example.org:8884?x=1
          """)
  void each_is_replaced(String text, String replaced) {
    assertThat(Addresses.areIn(text)).isTrue();
    assertThat(Addresses.replaced(Map.of("where", text), Addressing::next))
        .containsExactly(Map.entry("where", replaced));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5s", "", "inproc://bells", "/var/lib/keys", "16MiB", "a: 1"})
  void what_is_none_is_left_alone(String text) {
    assertThat(Addresses.areIn(text)).isFalse();
  }

  private static final class Addressing {
    static InetSocketAddress next(InetSocketAddress address) {
      return InetSocketAddress.createUnresolved(address.getHostString(), address.getPort() + 1);
    }
  }
}
