package io.belfry.transport.jms;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of this transport, typed. */
record JmsConfig(
    BrokerUrl url,
    String connectionFactory,
    Addresses addresses,
    Optional<String> user,
    Optional<String> password,
    Tls tls,
    boolean persistent,
    int maxPayload,
    int inFlight,
    Duration connectTimeout,
    Duration waitForBroker,
    Duration sendTimeout,
    Duration closeTimeout,
    Duration heartbeatTimeout) {

  private static final int MILLION = 1_000_000;

  private static final SettingKey<String> URL = SettingKey.text(
      "url",
      "tcp://127.0.0.1:7716",
      "The broker's address, with parameters of the JMS client if need be; '{ahead}' in it stands"
          + " for how many messages are fetched ahead.");
  private static final SettingKey<Optional<String>> SECRET_PARAMETERS = SettingKey.optionalText(
          "secret-parameters", "Parameters of the url that nobody must see: NAME=VALUE&NAME=VALUE.")
      .asSecret();
  private static final SettingKey<String> CONNECTION_FACTORY = SettingKey.text(
      "connection-factory",
      ArtemisUrl.FACTORY,
      "The JMS client's class of connection factories, made with the url.");
  private static final SettingKey<String> WILDCARDS = SettingKey.text(
      "wildcards",
      ".*#",
      "The broker's signs between levels, for one level and for all levels that follow.");
  private static final SettingKey<Optional<String>> USER =
      SettingKey.optionalText("user", "The name to log in with.");
  private static final SettingKey<Optional<String>> PASSWORD =
      SettingKey.optionalText("password", "The password to log in with.").asSecret();
  private static final SettingKey<Optional<Path>> TRUST_STORE = SettingKey.optionalPath(
      "trust-store", "The file with the certificates to trust; switches TLS on.");
  private static final SettingKey<Optional<String>> TRUST_STORE_PASSWORD = SettingKey.optionalText(
          "trust-store-password", "The password of that file.")
      .asSecret();
  private static final SettingKey<Optional<Path>> KEY_STORE = SettingKey.optionalPath(
      "key-store", "The file with this client's key and certificate; switches TLS on.");
  private static final SettingKey<Optional<String>> KEY_STORE_PASSWORD = SettingKey.optionalText(
          "key-store-password", "The password of that file.")
      .asSecret();
  private static final SettingKey<Boolean> VERIFY_HOST =
      SettingKey.flag("verify-host", true, "Whether the broker's certificate must name its host.");
  private static final SettingKey<Boolean> PERSISTENT = SettingKey.flag(
      "persistent", false, "Whether the broker writes messages to disk before it confirms them.");
  private static final SettingKey<Integer> MAX_PAYLOAD =
      SettingKey.size("max-payload", "1MiB", "The largest payload of a message.");
  private static final SettingKey<Integer> IN_FLIGHT = SettingKey.number(
      "in-flight", 1, MILLION, 10_000, "How many sends may wait for the broker's confirmation.");
  private static final SettingKey<Duration> CONNECT_TIMEOUT = SettingKey.duration(
      "connect-timeout", "5s", "How long one try to connect to the broker may take.");
  private static final SettingKey<Duration> WAIT_FOR_BROKER = SettingKey.duration(
      "wait-for-broker", "0s", "How long opening tries again while the broker is not reached.");
  private static final SettingKey<Duration> SEND_TIMEOUT =
      SettingKey.duration("send-timeout", "5s", "How long a send may wait for room.");
  private static final SettingKey<Duration> CLOSE_TIMEOUT = SettingKey.duration(
      "close-timeout", "2s", "How long closing waits for handlers and for what is to be sent.");
  private static final SettingKey<Duration> HEARTBEAT_TIMEOUT = SettingKey.duration(
      "heartbeat-timeout", "10s", "After how long a silent broker counts as gone.");

  static final List<SettingKey<?>> KEYS = List.of(
      URL,
      SECRET_PARAMETERS,
      CONNECTION_FACTORY,
      WILDCARDS,
      USER,
      PASSWORD,
      TRUST_STORE,
      TRUST_STORE_PASSWORD,
      KEY_STORE,
      KEY_STORE_PASSWORD,
      VERIFY_HOST,
      PERSISTENT,
      MAX_PAYLOAD,
      IN_FLIGHT,
      CONNECT_TIMEOUT,
      WAIT_FOR_BROKER,
      SEND_TIMEOUT,
      CLOSE_TIMEOUT,
      HEARTBEAT_TIMEOUT);

  /**
   * Checks the time-outs without which nothing could ever succeed.
   *
   * @throws TransportException with {@code CONFIGURATION} if one of them is zero
   */
  JmsConfig {
    requireTime("connect-timeout", connectTimeout);
    requireTime("send-timeout", sendTimeout);
    requireTime("heartbeat-timeout", heartbeatTimeout);
  }

  static JmsConfig from(Settings settings) {
    return new JmsConfig(
        BrokerUrl.parse(settings.get(URL), settings.get(SECRET_PARAMETERS)),
        settings.get(CONNECTION_FACTORY),
        Addresses.parse(settings.get(WILDCARDS)),
        settings.get(USER),
        settings.get(PASSWORD),
        new Tls(
            settings.get(TRUST_STORE),
            settings.get(TRUST_STORE_PASSWORD),
            settings.get(KEY_STORE),
            settings.get(KEY_STORE_PASSWORD),
            settings.get(VERIFY_HOST)),
        settings.get(PERSISTENT),
        settings.get(MAX_PAYLOAD),
        settings.get(IN_FLIGHT),
        settings.get(CONNECT_TIMEOUT),
        settings.get(WAIT_FOR_BROKER),
        settings.get(SEND_TIMEOUT),
        settings.get(CLOSE_TIMEOUT),
        settings.get(HEARTBEAT_TIMEOUT));
  }

  boolean isArtemis() {
    return connectionFactory.equals(ArtemisUrl.FACTORY);
  }

  boolean isEncrypted() {
    return tls.isOn() || url.isEncrypted();
  }

  boolean hasCredentials() {
    return user.isPresent() || tls.keyStore().isPresent();
  }

  /** No text form shows a secret. */
  @Override
  public String toString() {
    return "JMS at " + url;
  }

  private static void requireTime(String name, Duration time) {
    if (time.isZero()) {
      throw new TransportException(
          Category.CONFIGURATION, "The setting '" + name + "' must be above zero.");
    }
  }
}
