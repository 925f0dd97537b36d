package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.settings.Settings;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MqttConfigTest {

  private static final String ONE_SENTENCE = "[A-Z].*[^.]\\.";

  @Test
  void the_defaults_are_a_broker_on_this_machine() {
    MqttConfig config = config(Map.of());
    assertThat(config.broker()).isEqualTo(new BrokerAddress("127.0.0.1", 7_718, false));
    assertThat(config.qos()).isEqualTo(1);
    assertThat(config.login()).isEmpty();
    assertThat(config.tls()).isEmpty();
    assertThat(config.clientId())
        .startsWith("belfry-")
        .isNotEqualTo(config(Map.of()).clientId());
  }

  @ParameterizedTest
  @CsvSource({
    "tcp://broker, broker, 1883, false",
    "mqtt://broker:9, broker, 9, false",
    "ssl://10.0.0.1, 10.0.0.1, 8883, true",
    "mqtts://[::1]:77, [::1], 77, true"
  })
  void a_url_says_where_and_how(String url, String host, int port, boolean isEncrypted) {
    assertThat(BrokerAddress.parse(url)).isEqualTo(new BrokerAddress(host, port, isEncrypted));
  }

  @ParameterizedTest
  @CsvSource({
    "tcp://127.0.0.1, true",
    "ssl://localhost:1, true",
    "tcp://[::1]:1, true",
    "tcp://broker, false",
    "tcp://0.0.0.0:1, false",
    "tcp://[::]:1, false",
    "tcp://127.0.0.1.example.org, false"
  })
  void a_broker_elsewhere_lets_others_take_part(String url, boolean isConfined) {
    MqttProvider provider = new MqttProvider();
    Settings settings = Settings.of("mqtt", provider.settings(), Map.of("url", url));
    assertThat(provider.isConfined(settings)).isEqualTo(isConfined);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1:1883",
        "http://a",
        "tcp://",
        "tcp://a/b",
        "tcp://me:swordfish@a",
        "tcp://a b",
        "tcp://a:port"
      })
  void a_url_that_is_none_is_refused_and_not_repeated(String url) {
    assertRefused(Map.of("url", url), "'url'").hasMessageNotContaining("swordfish");
  }

  @Test
  void what_needs_something_else_is_refused_without_it() {
    assertRefused(Map.of("password", "swordfish"), "'user'").hasMessageNotContaining("swordfish");
    assertRefused(Map.of("trust-store-password", "swordfish"), "'trust-store'")
        .hasMessageNotContaining("swordfish");
    assertRefused(Map.of("key-store-password", "swordfish"), "'key-store'")
        .hasMessageNotContaining("swordfish");
    assertRefused(Map.of("trust-store", "some.p12"), "ssl://");
  }

  @Test
  void a_key_store_that_can_not_be_read_is_named() {
    Map<String, String> settings = new HashMap<>();
    settings.put("url", "ssl://a");
    settings.put("trust-store", "missing.p12");
    settings.put("trust-store-password", "swordfish");
    assertRefused(settings, "missing.p12").hasMessageNotContaining("swordfish");
  }

  @ParameterizedTest
  @CsvSource({
    "prefix, acme",
    "prefix, /",
    "prefix, +/",
    "prefix, $share/",
    "client-id, a/b",
    "client-id, a b",
    "heartbeat, 0s",
    "heartbeat, 7d",
    "connect-timeout, 0s"
  })
  void a_value_that_can_not_work_is_refused(String key, String value) {
    assertRefused(Map.of(key, value), "'" + key + "'");
  }

  @ParameterizedTest
  @CsvSource({"1ms, 1", "1s, 1", "1001ms, 2", "18h, 64800"})
  void a_heartbeat_is_rounded_up_to_seconds(String written, int seconds) {
    assertThat(config(Map.of("heartbeat", written)).keepAliveSeconds()).isEqualTo(seconds);
  }

  @Test
  void no_text_form_shows_a_password() {
    assertThat(config(Map.of("user", "me", "password", "swordfish")).toString())
        .contains("me")
        .doesNotContain("swordfish");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(
      Map<String, String> written, String naming) {
    TransportException refusal =
        catchThrowableOfType(TransportException.class, () -> config(written));
    assertThat(refusal).isNotNull();
    assertThat(refusal.category()).isEqualTo(Category.CONFIGURATION);
    return assertThat(refusal).hasMessageMatching(ONE_SENTENCE).hasMessageContaining(naming);
  }

  private static MqttConfig config(Map<String, String> written) {
    return MqttConfig.from(Settings.of("mqtt", MqttConfig.KEYS, written));
  }
}
