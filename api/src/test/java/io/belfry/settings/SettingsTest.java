package io.belfry.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.transport.Overflow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final SettingKey<String> URL = SettingKey.text("url", "tcp://here", "Where to.");
  private static final SettingKey<Optional<String>> USER = SettingKey.optionalText("user", "Who.");
  private static final SettingKey<Optional<Path>> FILE =
      SettingKey.optionalPath("key-file", "Which keys.");
  private static final SettingKey<Integer> THREADS =
      SettingKey.number("threads", 1, 8, 2, "How many.");
  private static final SettingKey<Boolean> PACKING = SettingKey.flag("packing", true, "Whether.");
  private static final SettingKey<Duration> TIMEOUT =
      SettingKey.duration("send-timeout", "2s", "How long.");
  private static final SettingKey<Integer> LIMIT =
      SettingKey.size("max-payload", "1MiB", "How much.");
  private static final SettingKey<Long> KEPT = SettingKey.largeSize("kept", "4GiB", "How much.");
  private static final SettingKey<Double> FACTOR =
      SettingKey.decimal("factor", 1, 100, 2, "How much longer.");
  private static final SettingKey<Optional<Duration>> AGE =
      SettingKey.optionalDuration("age", "How long; for ever without it.");
  private static final SettingKey<Overflow> POLICY =
      SettingKey.choice("overflow", Overflow.DROP_OLDEST, "Which one goes.");
  private static final SettingKey<Optional<String>> PASSWORD =
      SettingKey.optionalText("password", "Proves who.").asSecret();

  private static final List<SettingKey<?>> KEYS = List.of(
      URL, USER, FILE, THREADS, PACKING, TIMEOUT, LIMIT, KEPT, FACTOR, AGE, POLICY, PASSWORD);

  @Test
  void what_is_not_written_has_its_default() {
    Settings settings = read(Map.of());
    assertThat(settings.get(URL)).isEqualTo("tcp://here");
    assertThat(settings.get(USER)).isEmpty();
    assertThat(settings.get(FILE)).isEmpty();
    assertThat(settings.get(THREADS)).isEqualTo(2);
    assertThat(settings.get(PACKING)).isTrue();
    assertThat(settings.get(TIMEOUT)).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.get(LIMIT)).isEqualTo(1 << 20);
    assertThat(settings.get(POLICY)).isEqualTo(Overflow.DROP_OLDEST);
    assertThat(settings.get(PASSWORD)).isEmpty();
  }

  @Test
  void every_kind_of_key_is_mapped() {
    Settings settings = read(Map.of(
        "url", "ipc://there",
        "user", "ann",
        "key-file", "keys/ann.key",
        "threads", "8",
        "packing", "false",
        "send-timeout", "500ms",
        "max-payload", "64KiB",
        "overflow", "drop-newest",
        "password", "x"));
    assertThat(settings.get(URL)).isEqualTo("ipc://there");
    assertThat(settings.get(USER)).hasValue("ann");
    assertThat(settings.get(FILE)).hasValue(Path.of("keys", "ann.key"));
    assertThat(settings.get(THREADS)).isEqualTo(8);
    assertThat(settings.get(PACKING)).isFalse();
    assertThat(settings.get(TIMEOUT)).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.get(LIMIT)).isEqualTo(64 << 10);
    assertThat(settings.get(POLICY)).isEqualTo(Overflow.DROP_NEWEST);
    assertThat(settings.get(PASSWORD)).hasValue("x");
  }

  @ParameterizedTest
  @CsvSource({
    "0ms, PT0S",
    "1ms, PT0.001S",
    "2s, PT2S",
    "5m, PT5M",
    "1h, PT1H",
    "7d, PT168H",
    "90 s, PT90S"
  })
  void a_duration_has_a_unit(String written, Duration meant) {
    assertThat(read(Map.of("send-timeout", written)).get(TIMEOUT)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "512, 512",
    "512b, 512",
    "64KiB, 65536",
    "3 mib, 3145728",
    "1GiB, 1073741824",
    "2147483647, 2147483647"
  })
  void a_size_may_have_a_unit(String written, int meant) {
    assertThat(read(Map.of("max-payload", written)).get(LIMIT)).isEqualTo(meant);
  }

  @Test
  void what_is_large_or_not_whole_or_absent_is_read_too() {
    Settings usual = read(Map.of());
    assertThat(usual.get(KEPT)).isEqualTo(4L << 30);
    assertThat(usual.get(FACTOR)).isEqualTo(2);
    assertThat(usual.get(AGE)).isEmpty();
    Settings other = read(Map.of("kept", "8192GiB", "factor", "1.5", "age", "7d"));
    assertThat(other.get(KEPT)).isEqualTo(8L << 40);
    assertThat(other.get(FACTOR)).isEqualTo(1.5);
    assertThat(other.get(AGE)).contains(Duration.ofDays(7));
  }

  @ParameterizedTest
  @CsvSource({
    "threads,      '',                  number from 1 to 8",
    "threads,      0,                   number from 1 to 8",
    "threads,      9,                   number from 1 to 8",
    "threads,      two,                 number from 1 to 8",
    "threads,      1.5,                 number from 1 to 8",
    "threads,      99999999999,         number from 1 to 8",
    "packing,      yes,                 true or false",
    "packing,      '',                  true or false",
    "send-timeout, 2,                   duration such as",
    "send-timeout, -2s,                 duration such as",
    "send-timeout, 2 weeks,             duration such as",
    "send-timeout, 999999999999999d,    duration such as",
    "max-payload,  2GiB,                size such as",
    "max-payload,  1MB,                 size such as",
    "max-payload,  -1,                  size such as",
    "kept,         4 tons,              size such as",
    "factor,       0.9,                 number from 1.0 to 100.0",
    "factor,       NaN,                 number from 1.0 to 100.0",
    "factor,       twice,               number from 1.0 to 100.0",
    "age,          old,                 duration such as",
    "overflow,     drop-all,            drop-oldest or drop-newest",
    "overflow,     '',                  drop-oldest or drop-newest",
    "key-file,     a\0b,                path"
  })
  void a_malformed_value_is_refused_with_what_was_expected(
      String key, String value, String expected) {
    assertThatThrownBy(() -> read(Map.of(key, value)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("The setting '" + key + "' must be ")
        .hasMessageContaining(expected)
        .hasMessageEndingWith("but is '" + value + "'.");
  }

  @ParameterizedTest
  @CsvSource({
    "ulr,           url",
    "Url,           url",
    "thread,        threads",
    "treads,        threads",
    "send_timeout,  send-timeout",
    "sendtimeout,   send-timeout",
    "max-payloads,  max-payload",
    "pasword,       password"
  })
  void a_misspelt_key_is_refused_with_the_nearest(String written, String meant) {
    assertThatThrownBy(() -> read(Map.of(written, "x")))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "The setting '" + written + "' is unknown to zeromq; did you mean '" + meant + "'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour", "x", "endpoint-of-the-broker"})
  void a_key_like_no_other_is_refused_with_all_that_there_are(String written) {
    assertThatThrownBy(() -> read(Map.of(written, "x")))
        .isInstanceOf(SettingsException.class)
        .hasMessage("The setting '" + written
            + "' is unknown to zeromq; it knows age, factor, kept, key-file, max-payload, overflow,"
            + " packing, password, send-timeout, threads, url, user.");
  }

  @Test
  void a_key_that_is_not_listed_is_a_fault_of_the_provider() {
    SettingKey<String> foreign =
        SettingKey.text("url", "", "The same name, but the key of another provider.");
    assertThatThrownBy(() -> read(Map.of()).get(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The key 'url' is not listed by its provider.");
  }

  @Test
  void they_are_shown_as_written_in_alphabetical_order() {
    Map<String, String> shown = read(Map.of("send-timeout", "5m")).shown();
    assertThat(List.copyOf(shown.keySet())).isSorted().hasSize(KEYS.size());
    assertThat(shown).containsEntry("send-timeout", "5m").containsEntry("url", "tcp://here");
    assertThatThrownBy(() -> shown.put("url", "other"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Settings read(Map<String, String> written) {
    return Settings.of("zeromq", KEYS, written);
  }
}
