package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.settings.Settings;
import io.belfry.transport.Acknowledgement;
import io.belfry.transport.Capability;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings mean, and what they must not be. */
class JmsConfigTest {

  private static final String SECRET = "sword&fish=";

  @Test
  void without_a_word_it_is_an_open_broker_on_this_machine() {
    JmsConfig config = config(Map.of());
    assertThat(config.url()).hasToString("tcp://127.0.0.1:7716");
    assertThat(config.isArtemis()).isTrue();
    assertThat(config.isEncrypted()).isFalse();
    assertThat(config.hasCredentials()).isFalse();
    assertThat(config.persistent()).isFalse();
    assertThat(config.maxPayload()).isEqualTo(1 << 20);
    assertThat(config.waitForBroker()).isZero();
    assertThat(config.heartbeatTimeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void every_setting_reaches_its_place() {
    Map<String, String> written = new HashMap<>();
    written.put("url", "tcp://broker:61616?ha=false");
    written.put("user", "ringer");
    written.put("password", SECRET);
    written.put("trust-store", "trust.p12");
    written.put("trust-store-password", SECRET);
    written.put("key-store", "key.p12");
    written.put("key-store-password", SECRET);
    written.put("verify-host", "false");
    written.put("persistent", "true");
    written.put("max-payload", "2KiB");
    written.put("in-flight", "7");
    written.put("connect-timeout", "1s");
    written.put("wait-for-broker", "2s");
    written.put("send-timeout", "3s");
    written.put("close-timeout", "4s");
    written.put("heartbeat-timeout", "6s");
    JmsConfig config = config(written);
    assertThat(config.user()).contains("ringer");
    assertThat(config.password()).contains(SECRET);
    assertThat(config.tls().trustStore()).contains(Path.of("trust.p12"));
    assertThat(config.tls().keyStore()).contains(Path.of("key.p12"));
    assertThat(config.tls().verifiesHost()).isFalse();
    assertThat(config.isEncrypted()).isTrue();
    assertThat(config.hasCredentials()).isTrue();
    assertThat(List.of(config.inFlight(), config.maxPayload())).containsExactly(7, 2_048);
    assertThat(List.of(
            config.connectTimeout(),
            config.waitForBroker(),
            config.sendTimeout(),
            config.closeTimeout(),
            config.heartbeatTimeout()))
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 3L, 4L, 6L);
    assertThat(ArtemisUrl.main(config))
        .startsWith("tcp://broker:61616?ha=false&")
        .contains("sslEnabled=true", "trustStorePassword=sword%26fish%3D", "callTimeout=1000")
        .contains("clientFailureCheckPeriod=3000", "connectionTTL=6000", "reconnectAttempts=0");
    assertThat(config.toString() + config.tls()).doesNotContain(SECRET);
  }

  @Test
  void what_the_url_says_is_kept() {
    JmsConfig config = config(Map.of("url", "tcp://broker:1?callTimeout=77&consumerWindowSize=8"));
    assertThat(ArtemisUrl.main(config))
        .contains("callTimeout=77", "consumerWindowSize=8")
        .doesNotContain("callTimeout=5000", "consumerWindowSize=1");
  }

  @Test
  void a_prefetch_of_one_fetches_nothing_ahead() {
    JmsConfig config = config(Map.of());
    assertThat(ArtemisUrl.fetching(config, 1)).endsWith("consumerWindowSize=0");
    assertThat(ArtemisUrl.fetching(config, 500)).endsWith("consumerWindowSize=64000");
    assertThat(ArtemisUrl.fetching(config, Integer.MAX_VALUE)).endsWith("Size=1073741824");
  }

  @Test
  void another_client_gets_its_url_as_it_is_with_what_is_secret() {
    Map<String, String> written = Map.of(
        "url", "amqp://broker:5672?jms.prefetchPolicy.all={ahead}",
        "secret-parameters", "transport.keyStorePassword=" + SECRET,
        "connection-factory", "org.example.Factory");
    JmsConfig config = config(written);
    assertThat(Urls.fetching(config, 1))
        .isEqualTo(
            "amqp://broker:5672?jms.prefetchPolicy.all=0&transport.keyStorePassword=" + SECRET);
    assertThat(config.url().toString() + settings(written)).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "amqps://broker:5671, true",
    "tcp://broker:1?sslEnabled=true, true",
    "tcp://broker:1?sslEnabled=false, false",
    "amqp://broker:5672, false"
  })
  void the_url_may_switch_encryption_on(String url, boolean isEncrypted) {
    assertThat(config(Map.of("url", url)).isEncrypted()).isEqualTo(isEncrypted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp://ringer:secret@broker:1",
        "tcp://broker:1?trustStorePassword=secret",
        "tcp://broker:1?a=b&jms.password=secret"
      })
  void a_url_must_not_show_a_password(String url) {
    TransportException refusal = refusal(Map.of("url", url));
    assertThat(refusal).hasMessageContaining("'secret-parameters'");
    assertThat(refusal.getMessage()).doesNotContain("=secret").doesNotContain(":secret");
  }

  @Test
  void what_can_not_work_is_refused_with_a_sentence() {
    assertThat(refusal(Map.of("url", "broker"))).hasMessageContaining("tcp://HOST:PORT");
    assertThat(refusal(Map.of("wildcards", ".*"))).hasMessageContaining("'wildcards'");
    assertThat(refusal(Map.of("wildcards", "a*#"))).hasMessageContaining("'wildcards'");
    assertThat(refusal(Map.of("send-timeout", "0s"))).hasMessageContaining("'send-timeout'");
    assertThat(refusal(Map.of("connection-factory", "no.such.Factory")))
        .hasMessageContaining("'connection-factory'")
        .hasMessageContaining("no.such.Factory");
    assertThat(refusal(Map.of("connection-factory", "java.lang.String")))
        .hasMessageContaining("'connection-factory'");
    assertThat(refusal(Map.of("url", "nonsense://a:b:c"))).hasMessageContaining("'url'");
  }

  @Test
  void only_a_persistent_transport_promises_that_work_survives() {
    JmsProvider provider = new JmsProvider();
    assertThat(provider.capabilities().pushLevel()).isEqualTo(Acknowledgement.PERSISTED);
    assertThat(provider.capabilities().features()).contains(Capability.DURABLE_WORK);
  }

  /** What opening says of it. */
  private static TransportException refusal(Map<String, String> written) {
    TransportException refusal =
        catchThrowableOfType(TransportException.class, () -> Clients.openWith(written));
    assertThat(refusal.category()).isEqualTo(Category.CONFIGURATION);
    return refusal;
  }

  private static JmsConfig config(Map<String, String> written) {
    return JmsConfig.from(settings(written));
  }

  private static Settings settings(Map<String, String> written) {
    return Settings.of("jms", JmsConfig.KEYS, written);
  }
}
