package org.example.belfry.tcp;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.List;

/** The settings of this transport, typed. */
record TcpConfig(
    Endpoint endpoint,
    int queueBound,
    Duration slowPeerPatience,
    Duration connectTimeout,
    Duration sendTimeout,
    Duration closeTimeout,
    Duration heartbeat,
    Duration heartbeatTimeout) {

  private static final Duration A_DAY = Duration.ofDays(1);

  private static final SettingKey<String> ENDPOINT =
      SettingKey.text("endpoint", "tcp://127.0.0.1:7790", "The hub's address: tcp://HOST:PORT.");
  private static final SettingKey<Integer> QUEUE_BOUND = SettingKey.number(
      "queue-bound",
      1,
      100_000_000,
      100_000,
      "How much work a queue of the hub holds while no worker is free.");
  private static final SettingKey<Duration> SLOW_PEER_PATIENCE = SettingKey.duration(
      "slow-peer-patience",
      "500ms",
      "How long a message waits for a spoke whose connection is full, before that is cut off.");
  private static final SettingKey<Duration> CONNECT_TIMEOUT =
      SettingKey.duration("connect-timeout", "5s", "How long a try to connect may take.");
  private static final SettingKey<Duration> SEND_TIMEOUT =
      SettingKey.duration("send-timeout", "5s", "How long a send may wait for room.");
  private static final SettingKey<Duration> CLOSE_TIMEOUT = SettingKey.duration(
      "close-timeout", "2s", "How long closing waits for handlers and for what is to be sent.");
  private static final SettingKey<Duration> HEARTBEAT =
      SettingKey.duration("heartbeat", "500ms", "How often both sides show that they are there.");
  private static final SettingKey<Duration> HEARTBEAT_TIMEOUT = SettingKey.duration(
      "heartbeat-timeout", "3s", "After how long a silent peer counts as gone.");

  static final List<SettingKey<?>> KEYS = List.of(
      ENDPOINT,
      QUEUE_BOUND,
      SLOW_PEER_PATIENCE,
      CONNECT_TIMEOUT,
      SEND_TIMEOUT,
      CLOSE_TIMEOUT,
      HEARTBEAT,
      HEARTBEAT_TIMEOUT);

  /**
   * Checks what can't be checked key by key.
   *
   * @throws TransportException with {@code CONFIGURATION}, if the settings can't work together
   */
  TcpConfig {
    for (Duration time :
        List.of(slowPeerPatience, connectTimeout, sendTimeout, closeTimeout, heartbeatTimeout)) {
      require(time.compareTo(A_DAY) < 0, "Each time must be below a day.");
    }
    require(!connectTimeout.isZero(), "The setting 'connect-timeout' must be above zero.");
    require(
        !heartbeat.isZero() && heartbeat.compareTo(heartbeatTimeout) < 0,
        "The setting 'heartbeat' must be above zero and below 'heartbeat-timeout'.");
  }

  static TcpConfig from(Settings settings) {
    return new TcpConfig(
        Endpoint.parse(settings.get(ENDPOINT)),
        settings.get(QUEUE_BOUND),
        settings.get(SLOW_PEER_PATIENCE),
        settings.get(CONNECT_TIMEOUT),
        settings.get(SEND_TIMEOUT),
        settings.get(CLOSE_TIMEOUT),
        settings.get(HEARTBEAT),
        settings.get(HEARTBEAT_TIMEOUT));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new TransportException(Category.CONFIGURATION, otherwise);
    }
  }
}
