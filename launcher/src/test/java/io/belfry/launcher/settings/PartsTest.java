package io.belfry.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.broker.BrokerConfig;
import io.belfry.gateway.config.GatewayConfig;
import io.belfry.launcher.logging.Form;
import io.belfry.launcher.logging.Severity;
import io.belfry.launcher.profile.Section;
import io.belfry.message.Address;
import io.belfry.server.ServerConfig;
import io.belfry.server.delivery.DeliveryConfig;
import io.belfry.server.log.LogConfig;
import io.belfry.server.mailbox.MailboxConfig;
import io.belfry.server.store.StoreConfig;
import io.belfry.server.subscription.SubscriptionConfig;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.settings.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reaches its part, and what is not written is what the part has by itself. */
class PartsTest {

  private static final Path DATA = Path.of("data");

  /**
   * A part.
   *
   * @param usual what it has by itself
   * @param needed what must be written with any other, since they only go together
   */
  record Part(
      Section section,
      Function<Settings, Object> config,
      Object usual,
      Map<String, String> needed) {

    Part(Section section, Function<Settings, Object> config, Object usual) {
      this(section, config, usual, Map.of());
    }

    @Override
    public String toString() {
      return section.path();
    }
  }

  static Stream<Part> parts() {
    ServerConfig server =
        ServerConfig.of(new Address("belfry"), StoreConfig.of("jdbc:sqlite:data/belfry.db"));
    return Stream.of(
        new Part(DataSettings.SECTION, DataSettings::directory, Path.of("belfry-data")),
        new Part(StoreSettings.SECTION, s -> StoreSettings.config(s, DATA), server.store()),
        new Part(LogSettings.SECTION, LogSettings::config, LogConfig.usual()),
        new Part(
            SubscriptionSettings.SECTION,
            SubscriptionSettings::config,
            SubscriptionConfig.DEFAULTS),
        new Part(
            EmailSettings.SECTION,
            EmailSettings::config,
            MailboxConfig.DEFAULTS,
            Map.of("code-life", "40m")),
        new Part(DeliverySettings.SECTION, DeliverySettings::config, DeliveryConfig.DEFAULTS),
        new Part(
            WorkerSettings.SECTION,
            s -> List.of(
                WorkerSettings.key(s).isPresent(),
                WorkerSettings.patience(s),
                WorkerSettings.parallel(s)),
            List.of(false, Duration.ofMinutes(5), 64)),
        new Part(
            MailboxSettings.SECTION,
            s -> List.of(
                MailboxSettings.isEmbedded(s), MailboxSettings.port(s), MailboxSettings.keep(s)),
            List.of(false, 7725, 1_000)),
        new Part(
            LoggingSettings.SECTION,
            s -> List.of(LoggingSettings.form(s), LoggingSettings.level(s)),
            List.of(Form.TEXT, Severity.INFO)),
        new Part(
            AdminSettings.SECTION,
            s -> List.of(AdminSettings.isEnabled(s), AdminSettings.host(s), AdminSettings.port(s)),
            List.of(true, "127.0.0.1", 7781)),
        new Part(
            GatewaySettings.SECTION,
            s -> List.of(
                GatewaySettings.isEnabled(s), GatewaySettings.config(s), GatewaySettings.report(s)),
            List.of(true, GatewayConfig.local(7780), Path.of("belfry-comparison/report.html")),
            Map.of("tls.key-store", "bells.p12", "tls.key-store-password", "hush")),
        new Part(
            ServerSettings.SECTION,
            s -> List.of(
                ServerSettings.name(s), ServerSettings.beacon(s), ServerSettings.housekeeping(s)),
            List.of(server.name(), server.beacon(), server.housekeeping())),
        new Part(
            BrokerSettings.SECTION,
            s -> List.of(BrokerSettings.speaks(s), BrokerSettings.config(s, DATA)),
            List.of(Optional.empty(), BrokerConfig.DEFAULTS.withDirectory(DATA.resolve("broker"))),
            Map.of("user", "quasimodo", "password", "hush")));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void what_is_not_written_is_what_the_part_has_by_itself(Part part) {
    assertThat(part.config().apply(settings(part, Map.of()))).isEqualTo(part.usual());
  }

  @ParameterizedTest
  @MethodSource("parts")
  void each_setting_reaches_the_part(Part part) {
    Object before = part.config().apply(settings(part, part.needed()));
    for (SettingKey<?> key : part.section().keys()) {
      Map<String, String> written = new HashMap<>(part.needed());
      written.put(key.name(), other(key));
      Object after = part.config().apply(settings(part, written));
      assertThat(after).as(key.name()).isNotEqualTo(before);
    }
  }

  @Test
  void a_user_of_the_broker_has_a_password() {
    Settings half = Settings.of("broker", BrokerSettings.SECTION.keys(), Map.of("user", "x"));
    assertThatThrownBy(() -> BrokerSettings.config(half, DATA))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("broker.password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"belfry.example.org", "https://belfry.example.org/pages", "*"})
  void an_origin_is_one(String bad) {
    Settings settings =
        Settings.of("gateway", GatewaySettings.SECTION.keys(), Map.of("origins", bad));
    assertThatThrownBy(() -> GatewaySettings.config(settings))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("gateway.origins")
        .hasMessageContaining("'" + bad + "'");
  }

  @Test
  void a_key_store_has_a_password() {
    Settings half =
        Settings.of("gateway", GatewaySettings.SECTION.keys(), Map.of("tls.key-store", "x.p12"));
    assertThatThrownBy(() -> GatewaySettings.config(half))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("gateway.tls.key-store-password");
  }

  @Test
  void a_server_has_a_name_that_can_be_one() {
    Settings bad = Settings.of("server", ServerSettings.SECTION.keys(), Map.of("name", "a b\n"));
    assertThatThrownBy(() -> ServerSettings.name(bad))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("server.name");
  }

  private static Settings settings(Part part, Map<String, String> written) {
    return Settings.of(part.section().path(), part.section().keys(), written);
  }

  /** A value that differs from the default, and can be. */
  private static String other(SettingKey<?> key) {
    String type = key.type();
    if (key.name().equals("url")) {
      return "jdbc:sqlite:other.db";
    }
    if (key.name().equals("origins")) {
      return "https://belfry.example.org, http://localhost:8080";
    }
    if (type.startsWith("a number")) {
      return "4";
    }
    if (type.startsWith("a duration")) {
      return "50m";
    }
    if (type.startsWith("a size")) {
      return "700KiB";
    }
    if (type.startsWith("true")) {
      return Boolean.toString(!Boolean.parseBoolean(key.defaultText()));
    }
    if (type.contains(" or ")) {
      return Stream.of(type.split(" or "))
          .filter(choice -> !choice.equals(key.defaultText()))
          .findFirst()
          .orElseThrow();
    }
    return "something-else-and-long";
  }
}
