package io.belfry.benchmark.mqtt;

import io.belfry.benchmark.wire.Access;
import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.Permits;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttSubscription;

/** A client with a connection of its own. */
final class Peer implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 10_000;
  private static final int RECEIVE_MAXIMUM = 65_535;
  private static final int LEAST_ERROR = 0x80;

  private final MqttAsyncClient client;
  private final IMqttToken connecting;

  private Peer(MqttAsyncClient client, IMqttToken connecting) {
    this.client = client;
    this.connecting = connecting;
  }

  /**
   * Begins to connect. That takes the library three tenths of a second, in which others can begin,
   * too.
   */
  static Peer connect(Access access, Listener listener) {
    try {
      MqttAsyncClient client = new MqttAsyncClient(
          access.url(), "belfry-raw-" + UUID.randomUUID(), new MemoryPersistence());
      client.setCallback(listener);
      return new Peer(client, client.connect(options(access)));
    } catch (MqttException e) {
      throw unreachable(access, e);
    }
  }

  private static MqttConnectionOptions options(Access access) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setSessionExpiryInterval(0L);
    options.setAutomaticReconnect(false);
    options.setReceiveMaximum(RECEIVE_MAXIMUM);
    if (access.url().startsWith("tcp://")) {
      options.setSocketFactory(new PromptSockets());
    }
    access.user().ifPresent(options::setUserName);
    access
        .password()
        .map(password -> password.getBytes(StandardCharsets.UTF_8))
        .ifPresent(options::setPassword);
    return options;
  }

  Peer awaitConnected(Access access) {
    try {
      connecting.waitForCompletion(PATIENCE_MILLIS);
      return this;
    } catch (MqttException e) {
      throw unreachable(access, e);
    }
  }

  private static BreakdownException unreachable(Access access, MqttException e) {
    return new BreakdownException(
        "The broker at " + access.shownUrl() + " can't be reached: " + e.getMessage());
  }

  /** Sends at most so many at once, as the broker has said; one less, for the library miscounts. */
  Outlet outlet(int qos) {
    int most = Optional.ofNullable(connecting.getResponseProperties().getReceiveMaximum())
        .orElse(RECEIVE_MAXIMUM);
    boolean isLimited = qos > 0;
    return new Outlet(client, qos, isLimited ? Math.min(most - 1, Permits.USUAL) : Permits.USUAL);
  }

  /** Subscribes, and waits until the broker has confirmed it. */
  void subscribe(String filter, int qos) {
    try {
      IMqttToken token = client.subscribe(new MqttSubscription(filter, qos));
      token.waitForCompletion(PATIENCE_MILLIS);
      if (token.getReasonCodes()[0] >= LEAST_ERROR) {
        throw new BreakdownException("The broker refuses to subscribe to '" + filter + "'.");
      }
    } catch (MqttException e) {
      throw new BreakdownException(e);
    }
  }

  /** Ends the connection, politely if it still stands. */
  @Override
  public void close() {
    try {
      client.disconnectForcibly(0, PATIENCE_MILLIS / 100, true);
    } catch (MqttException e) {
      // It was not connected; what counts is that the next call ends its threads.
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      throw new BreakdownException(e);
    }
  }
}
