package io.belfry.transport.mqtt;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The settings of this transport, typed. */
record MqttConfig(
    BrokerAddress broker,
    String clientId,
    Optional<Login> login,
    Optional<Tls> tls,
    boolean hasCertificate,
    int qos,
    String prefix,
    int maxPayload,
    int inFlight,
    Duration connectTimeout,
    Duration waitForBroker,
    Duration sendTimeout,
    Duration closeTimeout,
    Duration heartbeat) {

  /**
   * Who we are.
   *
   * @param user the name
   * @param password the password, if there is one
   */
  record Login(String user, Optional<Secret> password) {}

  private static final int MOST_IN_FLIGHT = 32_767;
  private static final int MOST_SECONDS = 65_535;
  private static final int NAME_RADIX = 36;

  /** Characters that are letters, digits or marks anywhere, and no wildcard. */
  private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9._~@=-]+/)*");

  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._~@=-]{0,64}");

  private static final SettingKey<String> URL = SettingKey.text(
      "url",
      "tcp://127.0.0.1:7718",
      "The broker's address: tcp://HOST:PORT, or ssl://HOST:PORT for TLS.");
  private static final SettingKey<String> CLIENT_ID_KEY = SettingKey.text(
      "client-id",
      "",
      "The name by which the broker knows this client, and no other; empty for a new one.");
  private static final SettingKey<Optional<String>> USER =
      SettingKey.optionalText("user", "The name to log in with.");
  private static final SettingKey<Optional<String>> PASSWORD =
      SettingKey.optionalText("password", "The password to log in with.").asSecret();
  private static final SettingKey<Optional<Path>> TRUST_STORE = SettingKey.optionalPath(
      "trust-store",
      "The key store with the certificates to trust, for ssl://; without it, Java's own.");
  private static final SettingKey<Optional<String>> TRUST_STORE_PASSWORD = SettingKey.optionalText(
          "trust-store-password", "The password of 'trust-store'.")
      .asSecret();
  private static final SettingKey<Optional<Path>> KEY_STORE = SettingKey.optionalPath(
      "key-store", "The key store with our own certificate, where the broker wants one.");
  private static final SettingKey<Optional<String>> KEY_STORE_PASSWORD = SettingKey.optionalText(
          "key-store-password", "The password of 'key-store'.")
      .asSecret();
  private static final SettingKey<Boolean> VERIFY_HOST = SettingKey.flag(
      "verify-host", true, "Whether the broker's certificate must be for the host in 'url'.");
  private static final SettingKey<Integer> QOS = SettingKey.number(
      "qos",
      0,
      1,
      1,
      "The quality of service of what is published: 1 to have the broker acknowledge it.");
  private static final SettingKey<String> PREFIX_KEY = SettingKey.text(
      "prefix",
      "",
      "What every topic begins with, such as 'acme/', where a broker is shared with others.");
  private static final SettingKey<Integer> MAX_PAYLOAD =
      SettingKey.size("max-payload", "1MiB", "The largest payload of a message.");
  private static final SettingKey<Integer> IN_FLIGHT = SettingKey.number(
      "in-flight",
      1,
      MOST_IN_FLIGHT,
      1_000,
      "How many messages may be on their way to the broker; fewer if it allows fewer.");
  private static final SettingKey<Duration> CONNECT_TIMEOUT =
      SettingKey.duration("connect-timeout", "5s", "How long a try to connect may take.");
  private static final SettingKey<Duration> WAIT_FOR_BROKER = SettingKey.duration(
      "wait-for-broker",
      "0s",
      "How long opening tries again where there is no broker; with 0s it fails at once.");
  private static final SettingKey<Duration> SEND_TIMEOUT =
      SettingKey.duration("send-timeout", "5s", "How long a send may wait for room.");
  private static final SettingKey<Duration> CLOSE_TIMEOUT = SettingKey.duration(
      "close-timeout", "2s", "How long closing waits for handlers and for what is to be sent.");
  private static final SettingKey<Duration> HEARTBEAT = SettingKey.duration(
      "heartbeat",
      "2s",
      "After how long a silent broker is asked for a sign, in whole seconds; after as long again"
          + " it counts as gone.");

  static final List<SettingKey<?>> KEYS = List.of(
      URL,
      CLIENT_ID_KEY,
      USER,
      PASSWORD,
      TRUST_STORE,
      TRUST_STORE_PASSWORD,
      KEY_STORE,
      KEY_STORE_PASSWORD,
      VERIFY_HOST,
      QOS,
      PREFIX_KEY,
      MAX_PAYLOAD,
      IN_FLIGHT,
      CONNECT_TIMEOUT,
      WAIT_FOR_BROKER,
      SEND_TIMEOUT,
      CLOSE_TIMEOUT,
      HEARTBEAT);

  /**
   * Checks what one key alone can't tell.
   *
   * @throws TransportException with {@code CONFIGURATION} and one sentence, if it can't work
   */
  MqttConfig {
    require(
        PREFIX.matcher(prefix).matches(),
        "The setting 'prefix' must be levels of letters, digits and '-', '_', '.', '~', '@', '=',"
            + " each with a '/' after it.");
    require(
        CLIENT_ID.matcher(clientId).matches(),
        "The setting 'client-id' must be at most 64 letters, digits and '-', '_', '.', '~', '@',"
            + " '='.");
    require(
        !heartbeat.isZero() && heartbeat.toSeconds() <= MOST_SECONDS,
        "The setting 'heartbeat' must be above zero and at most " + MOST_SECONDS + "s.");
    require(!connectTimeout.isZero(), "The setting 'connect-timeout' must be above zero.");
  }

  /** The heartbeat in MQTT's unit. */
  int keepAliveSeconds() {
    return Math.toIntExact(Math.min(MOST_SECONDS, heartbeat.plusMillis(999).toSeconds()));
  }

  static MqttConfig from(Settings settings) {
    BrokerAddress broker = BrokerAddress.parse(settings.get(URL));
    Optional<String> user = settings.get(USER);
    Optional<Secret> password = settings.get(PASSWORD).map(Secret::new);
    require(user.isPresent() || password.isEmpty(), "The setting 'password' needs 'user'.");
    String clientId = settings.get(CLIENT_ID_KEY);
    return new MqttConfig(
        broker,
        clientId.isEmpty() ? newClientId() : clientId,
        user.map(name -> new Login(name, password)),
        tls(broker, settings),
        settings.get(KEY_STORE).isPresent(),
        settings.get(QOS),
        settings.get(PREFIX_KEY),
        settings.get(MAX_PAYLOAD),
        settings.get(IN_FLIGHT),
        settings.get(CONNECT_TIMEOUT),
        settings.get(WAIT_FOR_BROKER),
        settings.get(SEND_TIMEOUT),
        settings.get(CLOSE_TIMEOUT),
        settings.get(HEARTBEAT));
  }

  private static Optional<Tls> tls(BrokerAddress broker, Settings settings) {
    Optional<Tls.Store> trust =
        store("trust-store", settings.get(TRUST_STORE), settings.get(TRUST_STORE_PASSWORD));
    Optional<Tls.Store> identity =
        store("key-store", settings.get(KEY_STORE), settings.get(KEY_STORE_PASSWORD));
    require(
        broker.isEncrypted() || (trust.isEmpty() && identity.isEmpty()),
        "The settings 'trust-store' and 'key-store' need a 'url' that begins with ssl://.");
    return broker.isEncrypted()
        ? Optional.of(Tls.of(trust, identity, settings.get(VERIFY_HOST)))
        : Optional.empty();
  }

  private static Optional<Tls.Store> store(
      String setting, Optional<Path> file, Optional<String> password) {
    require(
        file.isPresent() || password.isEmpty(),
        "The setting '" + setting + "-password' needs '" + setting + "'.");
    return file.map(path -> new Tls.Store(path, password.map(Secret::new)));
  }

  private static String newClientId() {
    return "belfry-" + Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), NAME_RADIX);
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new TransportException(Category.CONFIGURATION, sentence);
    }
  }
}
