package io.belfry.transport.zeromq;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of this transport, typed. */
record ZeroMqConfig(
    Endpoints endpoints,
    int maxPayload,
    int highWaterMark,
    int queueBound,
    int redeliveryLimit,
    Duration slowPeerPatience,
    Duration connectTimeout,
    Duration sendTimeout,
    Duration closeTimeout,
    Duration heartbeat,
    Duration heartbeatTimeout,
    Optional<String> plainQueue,
    Optional<Path> curveKey,
    Optional<Path> curveServerKey,
    Optional<Path> curveClients) {

  private static final int MILLION = 1_000_000;

  private static final SettingKey<String> ENDPOINT = SettingKey.text(
      "endpoint",
      "tcp://127.0.0.1:7700",
      "The hub's address: tcp://HOST:PORT (that port and the next five), ipc://PATH or"
          + " inproc://NAME; or all six with commas between them.");
  private static final SettingKey<Integer> MAX_PAYLOAD =
      SettingKey.size("max-payload", "1MiB", "The largest payload of a message.");
  private static final SettingKey<Integer> HIGH_WATER_MARK = SettingKey.number(
      "high-water-mark",
      1,
      MILLION,
      1_000,
      "How many messages may wait in each direction of a connection.");
  private static final SettingKey<Integer> QUEUE_BOUND = SettingKey.number(
      "queue-bound",
      1,
      MILLION * 100,
      100_000,
      "How much work a queue of the hub holds while no worker is free.");
  private static final SettingKey<Integer> REDELIVERY_LIMIT = SettingKey.number(
      "redelivery-limit", 0, MILLION, 10, "How often failed work is delivered again.");
  private static final SettingKey<Duration> SLOW_PEER_PATIENCE = SettingKey.duration(
      "slow-peer-patience",
      "500ms",
      "How long publishing waits for a subscriber whose connection is full, before it drops.");
  private static final SettingKey<Duration> CONNECT_TIMEOUT =
      SettingKey.duration("connect-timeout", "5s", "How long a spoke waits for the hub at start.");
  private static final SettingKey<Duration> SEND_TIMEOUT =
      SettingKey.duration("send-timeout", "5s", "How long a send may wait for room.");
  private static final SettingKey<Duration> CLOSE_TIMEOUT = SettingKey.duration(
      "close-timeout", "2s", "How long closing waits for handlers and for what is to be sent.");
  private static final SettingKey<Duration> HEARTBEAT =
      SettingKey.duration("heartbeat", "300ms", "How often both sides show that they are there.");
  private static final SettingKey<Duration> HEARTBEAT_TIMEOUT = SettingKey.duration(
      "heartbeat-timeout", "2s", "After how long a silent peer counts as gone.");
  private static final SettingKey<Optional<String>> PLAIN_QUEUE = SettingKey.optionalText(
      "plain-queue", "The queue whose work the hub offers to plain PULL sockets.");
  private static final SettingKey<Optional<Path>> CURVE_KEY = SettingKey.optionalPath(
      "curve-key", "The file with this side's secret key; switches encryption on.");
  private static final SettingKey<Optional<Path>> CURVE_SERVER_KEY =
      SettingKey.optionalPath("curve-server-key", "A spoke's file with the hub's public key.");
  private static final SettingKey<Optional<Path>> CURVE_CLIENTS = SettingKey.optionalPath(
      "curve-clients", "The hub's directory of the public keys that it lets in.");

  static final List<SettingKey<?>> KEYS = List.of(
      ENDPOINT,
      MAX_PAYLOAD,
      HIGH_WATER_MARK,
      QUEUE_BOUND,
      REDELIVERY_LIMIT,
      SLOW_PEER_PATIENCE,
      CONNECT_TIMEOUT,
      SEND_TIMEOUT,
      CLOSE_TIMEOUT,
      HEARTBEAT,
      HEARTBEAT_TIMEOUT,
      PLAIN_QUEUE,
      CURVE_KEY,
      CURVE_SERVER_KEY,
      CURVE_CLIENTS);

  /**
   * Checks that silence can be told from the pause between two greetings.
   *
   * @throws TransportException with {@code CONFIGURATION} if it can't
   */
  ZeroMqConfig {
    if (heartbeat.isZero() || heartbeat.compareTo(heartbeatTimeout) >= 0) {
      throw new TransportException(
          Category.CONFIGURATION,
          "The setting 'heartbeat' must be above zero and below 'heartbeat-timeout'.");
    }
  }

  static ZeroMqConfig from(Settings settings) {
    return new ZeroMqConfig(
        Endpoints.parse(settings.get(ENDPOINT)),
        settings.get(MAX_PAYLOAD),
        settings.get(HIGH_WATER_MARK),
        settings.get(QUEUE_BOUND),
        settings.get(REDELIVERY_LIMIT),
        settings.get(SLOW_PEER_PATIENCE),
        settings.get(CONNECT_TIMEOUT),
        settings.get(SEND_TIMEOUT),
        settings.get(CLOSE_TIMEOUT),
        settings.get(HEARTBEAT),
        settings.get(HEARTBEAT_TIMEOUT),
        settings.get(PLAIN_QUEUE),
        settings.get(CURVE_KEY),
        settings.get(CURVE_SERVER_KEY),
        settings.get(CURVE_CLIENTS));
  }
}
