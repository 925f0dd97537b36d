package io.belfry.transport.jms;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters by which Artemis's client is set up. All that this transport knows of Artemis
 * stands here, and none of it is a type.
 */
final class ArtemisUrl {

  /** Artemis's connection factory. */
  static final String FACTORY = "org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory";

  /** A message counts by its size on the wire, which is no less than this for one of Belfry's. */
  private static final int LEAST_MESSAGE = 128;

  /**
   * No attempt, and yet not zero. With zero for both kinds of attempts the client forgets a lost
   * connection without closing what holds its event loop, and each loss leaves a thread for good;
   * below zero it cleans up as before an attempt and then makes none. -1 would be without end.
   */
  private static final String NO_ATTEMPT = "-2";

  private static final String WINDOW = Integer.toString(1 << 20);

  private ArtemisUrl() {}

  /** For subscriptions and replies, which are lost with their connection anyway, and for sends. */
  static String main(JmsConfig config) {
    Map<String, String> parameters = common(config);
    send(parameters);
    parameters.put("preAcknowledge", "true");
    parameters.put("consumerWindowSize", WINDOW);
    return config.url().with(parameters);
  }

  /**
   * For workers and services that hold no more messages than that. Nothing is sent there: with a
   * window for confirmations, the broker would keep what a dead one holds until it may come back.
   */
  static String fetching(JmsConfig config, int prefetch) {
    Map<String, String> parameters = common(config);
    long window = prefetch == 1 ? 0 : Math.min(1 << 30, (long) prefetch * LEAST_MESSAGE);
    parameters.put("consumerWindowSize", Long.toString(window));
    return config.url().with(parameters);
  }

  private static Map<String, String> common(JmsConfig config) {
    Map<String, String> parameters = new LinkedHashMap<>();
    fail(parameters, config);
    keepToItself(parameters);
    encrypt(parameters, config.tls());
    return parameters;
  }

  /** Connecting again is the lifeline's business; here a lost connection is told, and soon. */
  private static void fail(Map<String, String> parameters, JmsConfig config) {
    String silence = millis(config.heartbeatTimeout());
    String call = millis(shorter(config.connectTimeout(), config.sendTimeout()));
    parameters.put("reconnectAttempts", "0");
    parameters.put("failoverAttempts", NO_ATTEMPT);
    parameters.put("initialConnectAttempts", "1");
    parameters.put("connect-timeout-millis", millis(config.connectTimeout()));
    parameters.put("callTimeout", call);
    parameters.put("callFailoverTimeout", call);
    parameters.put("clientFailureCheckPeriod", millis(config.heartbeatTimeout().dividedBy(2)));
    parameters.put("connectionTTL", silence);
    parameters.put("useTopologyForLoadBalancing", "false");
  }

  /** Nothing waits for the broker's answer: that comes to a listener. */
  private static void send(Map<String, String> parameters) {
    parameters.put("confirmationWindowSize", WINDOW);
    parameters.put("producerWindowSize", WINDOW);
    parameters.put("blockOnDurableSend", "false");
    parameters.put("blockOnNonDurableSend", "false");
    parameters.put("blockOnAcknowledge", "false");
  }

  /** Threads that end with the connection, and no class that a sender names. */
  private static void keepToItself(Map<String, String> parameters) {
    parameters.put("useGlobalPools", "false");
    parameters.put("scheduledThreadPoolMaxSize", "1");
    parameters.put("flowControlThreadPoolMaxSize", "1");
    parameters.put("useNioGlobalWorkerPool", "false");
    parameters.put("useGlobalWorkerPool", "false");
    parameters.put("remotingThreads", "1");
    parameters.put("deserializationDenyList", "*");
  }

  private static void encrypt(Map<String, String> parameters, Tls tls) {
    if (!tls.isOn()) {
      return;
    }
    parameters.put("sslEnabled", "true");
    parameters.put("verifyHost", Boolean.toString(tls.verifiesHost()));
    put(parameters, "trustStorePath", tls.trustStore().map(Path::toString));
    put(parameters, "trustStorePassword", tls.trustStorePassword());
    put(parameters, "keyStorePath", tls.keyStore().map(Path::toString));
    put(parameters, "keyStorePassword", tls.keyStorePassword());
  }

  private static void put(Map<String, String> parameters, String name, Optional<String> value) {
    value.ifPresent(given -> parameters.put(name, given));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String millis(Duration time) {
    return Long.toString(Math.max(1, time.toMillis()));
  }
}
