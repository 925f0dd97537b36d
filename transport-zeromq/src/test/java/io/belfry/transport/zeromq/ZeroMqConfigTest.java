package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From settings to values. */
class ZeroMqConfigTest {

  private static final Map<String, String> ALL = Map.ofEntries(
      Map.entry("endpoint", "inproc://x"),
      Map.entry("max-payload", "2KiB"),
      Map.entry("high-water-mark", "3"),
      Map.entry("queue-bound", "4"),
      Map.entry("redelivery-limit", "5"),
      Map.entry("slow-peer-patience", "6ms"),
      Map.entry("connect-timeout", "7s"),
      Map.entry("send-timeout", "8s"),
      Map.entry("close-timeout", "9s"),
      Map.entry("heartbeat", "10ms"),
      Map.entry("heartbeat-timeout", "11s"),
      Map.entry("plain-queue", "twelve"),
      Map.entry("curve-key", "13"),
      Map.entry("curve-server-key", "14"),
      Map.entry("curve-clients", "15"));

  @Test
  void without_settings_the_defaults_hold() {
    assertThat(config(Map.of()))
        .isEqualTo(new ZeroMqConfig(
            Endpoints.parse("tcp://127.0.0.1:7700"),
            1 << 20,
            1_000,
            100_000,
            10,
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofMillis(300),
            Duration.ofSeconds(2),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void each_setting_goes_where_it_belongs() {
    assertThat(config(ALL))
        .isEqualTo(new ZeroMqConfig(
            Endpoints.parse("inproc://x"),
            2 << 10,
            3,
            4,
            5,
            Duration.ofMillis(6),
            Duration.ofSeconds(7),
            Duration.ofSeconds(8),
            Duration.ofSeconds(9),
            Duration.ofMillis(10),
            Duration.ofSeconds(11),
            Optional.of("twelve"),
            Optional.of(Path.of("13")),
            Optional.of(Path.of("14")),
            Optional.of(Path.of("15"))));
  }

  @Test
  void there_is_no_setting_that_this_test_does_not_know() {
    assertThat(ZeroMqConfig.KEYS.stream().map(SettingKey::name).collect(Collectors.toSet()))
        .isEqualTo(ALL.keySet());
  }

  private static ZeroMqConfig config(Map<String, String> written) {
    return ZeroMqConfig.from(Settings.of("zeromq", ZeroMqConfig.KEYS, written));
  }
}
