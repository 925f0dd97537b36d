package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.settings.SettingsException;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user does wrong in opening a transport, and the one sentence that tells it. */
class OpeningErrorTest {

  private final Stage stage = new Stage().with("max-payload", "1KiB");

  @AfterEach
  void clear() throws Exception {
    stage.close();
  }

  @Test
  void a_port_in_use_is_told() {
    stage.hub();
    assertThat(configurationFault(Side.HUB, Map.of()))
        .hasMessageContaining("in use")
        .hasMessageContaining(stage.address(Port.PUBLICATIONS));
  }

  @Test
  void a_second_hub_that_found_its_ports_taken_leaves_the_first_alone() {
    Vitals vitals = new Vitals(stage);
    configurationFault(Side.HUB, Map.of());
    vitals.check();
  }

  @Test
  void an_address_that_is_not_ours_is_told(@TempDir Path directory) throws IOException {
    stage.with(Side.HUB, Keys.madeIn(directory).settings(Side.HUB));
    assertThat(configurationFault(Side.HUB, Map.of("endpoint", "tcp://192.0.2.1:7700")))
        .hasMessageContaining("192.0.2.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://0.0.0.0:7700", "tcp://*:7700", "tcp://[::]:7700"})
  void a_hub_that_others_can_reach_needs_keys(String endpoint) {
    assertThat(configurationFault(Side.HUB, Map.of("endpoint", endpoint)))
        .hasMessageContaining("curve-key");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void a_bad_endpoint_is_told(Side side) {
    assertThat(configurationFault(side, Map.of("endpoint", "localhost")))
        .hasMessageContaining("tcp://HOST:PORT");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void a_bad_key_file_is_told(Side side, @TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("bad"), "no key");
    assertThat(configurationFault(side, Map.of("curve-key", file.toString())))
        .hasMessageContaining(file.toString());
  }

  /** Whether this machine has IPv6 or not, it works or is told. */
  @Test
  void an_address_of_ipv6_is_bound_or_told() {
    String endpoint = Ports.endpoint(Ports.free(Ports.HUB_NEEDS), port -> "tcp://[::1]:" + port);
    stage.with("endpoint", endpoint);
    if (hasIpv6()) {
      assertThat(stage.newSpoke().health().isHealthy()).isTrue();
    } else {
      assertThat(configurationFault(Side.HUB, Map.of())).hasMessageContaining("::1");
    }
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void a_heartbeat_that_is_no_shorter_than_silence_is_told(Side side) {
    Map<String, String> equal = Map.of("heartbeat", "1s", "heartbeat-timeout", "1s");
    assertThat(configurationFault(side, equal)).hasMessageContaining("'heartbeat-timeout'");
  }

  @Test
  void a_misspelt_setting_is_told_with_what_was_meant() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> open(Side.HUB, Map.of("hartbeat", "1s")))
        .withMessageContaining("did you mean 'heartbeat'?")
        .satisfies(Sentence::requireOne);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://no-such-host.invalid:7700", "inproc://nobody-is-here"})
  void a_hub_that_is_not_there_is_told(String endpoint) {
    Map<String, String> nowhere = Map.of("endpoint", endpoint, "connect-timeout", "300ms");
    TransportException fault = fault(() -> open(Side.SPOKE, nowhere));
    assertThat(fault.category()).isIn(Category.UNREACHABLE, Category.CONFIGURATION);
    assertThat(fault).hasMessageContaining(endpoint);
  }

  private static boolean hasIpv6() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private Transport open(Side side, Map<String, String> more) {
    Map<String, String> settings = stage.settings(side);
    settings.putAll(more);
    return stage.open(side, settings);
  }

  private TransportException configurationFault(Side side, Map<String, String> more) {
    TransportException fault = fault(() -> open(side, more));
    assertThat(fault.category()).isEqualTo(Category.CONFIGURATION);
    return fault;
  }

  private static TransportException fault(ThrowingCallable action) {
    TransportException fault = catchThrowableOfType(TransportException.class, action);
    assertThat(fault).isNotNull().satisfies(Sentence::requireOne);
    return fault;
  }
}
