package io.belfry.transport.mqtt;

import io.belfry.transport.TransportException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the broker, from its beginning to its end; a lost one is never used again. Safe
 * for any thread.
 *
 * <p>Whatever is outstanding when it ends is told so: nothing waits for ever.
 */
final class BrokerLink {

  /** Takes what arrives. Called on a thread of Paho, where nothing may wait. */
  @FunctionalInterface
  interface Arrivals {

    /**
     * A message has come.
     *
     * @param link the connection that it has come on
     * @param topic its topic on the wire
     * @param message the message
     */
    void arrived(BrokerLink link, String topic, MqttMessage message);
  }

  private static final Logger LOG = System.getLogger(BrokerLink.class.getName());

  /** How long the farewell may take to be written; Paho does not tell when it is. */
  private static final long FAREWELL_MILLIS = 10;

  /** With QoS 0 in between, Paho counts up to two messages more than are unacknowledged. */
  private static final int ROOM_FOR_OTHERS = 2;

  private final MqttConfig config;
  private final Executor later;
  private final PahoThreads threads;
  private final BrokerSocket socket;
  private final PahoClient client;
  private final AtomicReference<@Nullable TransportException> end = new AtomicReference<>();

  /** Set as soon as the broker has let us in. */
  private BrokerLimits limits = BrokerLimits.NONE;

  private Window unacknowledged = new Window(1);
  private Window unwritten = new Window(1);

  private BrokerLink(
      MqttConfig config, Manner manner, Executor later, Arrivals arrivals, Consumer<String> lost)
      throws MqttException {
    this.config = config;
    this.later = later;
    this.threads = new PahoThreads("belfry-mqtt-" + manner.clientId(), why -> lost(why, lost));
    this.socket = new BrokerSocket(
        config.broker(), config.tls(), config.connectTimeout(), threads::cutNapsShort);
    this.client = new PahoClient(manner.clientId(), socket, threads);
    client.setManualAcks(manner.isAcknowledgedByHand());
    client.setCallback(new PahoEvents(
        (topic, message) -> arrivals.arrived(this, topic, message), why -> lost(why, lost)));
  }

  /**
   * Connects. Blocks, at most for the connect time-out.
   *
   * @param config the settings
   * @param manner what the connection is like
   * @param later runs what would have to wait on a thread of Paho
   * @param arrivals takes what arrives, from now on
   * @param lost is told, once at most, why the connection is of no use any longer
   * @throws TransportException if it can't be had; nothing stays open
   */
  static BrokerLink connect(
      MqttConfig config, Manner manner, Executor later, Arrivals arrivals, Consumer<String> lost) {
    try {
      BrokerLink link = new BrokerLink(config, manner, later, arrivals, lost);
      try {
        link.connect(manner);
        return link;
      } catch (TransportException e) {
        link.close(e);
        throw e;
      }
    } catch (MqttException e) {
      throw Failures.connecting(config.broker(), e);
    }
  }

  /** What the broker has said of itself. */
  BrokerLimits limits() {
    return limits;
  }

  /**
   * Sends a message; waits for room on its way, but not on a thread of Paho, which makes the room.
   *
   * @param topic its topic on the wire
   * @param message the message, which must not be changed any more
   * @param receipt learns what becomes of it
   * @throws TransportException if it was not sent; then the receipt learns nothing
   */
  void publish(String topic, MqttMessage message, Receipt receipt) {
    Window window = message.getQos() == 0 ? unwritten : unacknowledged;
    if (window.tryEnter()) {
      send(topic, message, receipt, window);
    } else if (PahoThreads.isCurrent()) {
      later.execute(() -> publishLater(topic, message, receipt, window));
    } else {
      publishWhenThereIsRoom(topic, message, receipt, window);
    }
  }

  /**
   * Subscribes to a filter.
   *
   * @param filter the filter on the wire
   * @param qos the highest quality of service to be used for it
   * @return completes when it is in force, or fails; on a thread of Paho
   */
  CompletableFuture<Void> subscribe(String filter, int qos) {
    MqttSubscription[] wanted = {new MqttSubscription(filter, qos)};
    return order(
        "to subscribe to '" + filter + "'",
        done -> client.subscribe(wanted, null, done, new MqttProperties()));
  }

  /**
   * Ends a subscription.
   *
   * @param filter the filter on the wire
   * @return completes when the broker sends nothing more for it, or fails; on a thread of Paho
   */
  CompletableFuture<Void> unsubscribe(String filter) {
    return order(
        "to unsubscribe from '" + filter + "'",
        done -> client.unsubscribe(new String[] {filter}, null, done, new MqttProperties()));
  }

  /**
   * Acknowledges a message, on a connection that is acknowledged by hand. It makes room for another
   * and, on some brokers, for its redelivery to end.
   *
   * @param message what has arrived here
   */
  void acknowledge(MqttMessage message) {
    if (message.getQos() > 0) {
      try {
        client.messageArrivedComplete(message.getId(), message.getQos());
      } catch (MqttException | RuntimeException e) {
        LOG.log(Level.DEBUG, "An acknowledgement was lost with its connection", e);
      }
    }
  }

  /** Waits until nothing is on its way to the broker; false if that did not happen in time. */
  boolean awaitSent(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    return unacknowledged.awaitEmpty(patience)
        && unwritten.awaitEmpty(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
  }

  /**
   * Ends the connection, lost or not, with all its threads. Takes a moment; a second call does
   * nothing.
   *
   * @param why what is told to those who still wait for something, unless it was lost before
   * @return whether this was its end; if not, it had been told that it was lost
   */
  boolean close(TransportException why) {
    boolean isEnd = end.compareAndSet(null, why);
    threads.expectEnd();
    try {
      client.disconnectForcibly(0, FAREWELL_MILLIS, client.isConnected());
      client.close(true);
    } catch (MqttException | RuntimeException e) {
      LOG.log(Level.DEBUG, "Closing a connection to the broker was not smooth", e);
    } finally {
      unacknowledged.abandon();
      unwritten.abandon();
      threads.shutdownNow();
    }
    return isEnd;
  }

  private void connect(Manner manner) throws MqttException {
    PahoAnswer connected = new PahoAnswer();
    client.connect(manner.options(config), null, connected);
    limits = BrokerLimits.of(await(connected).getResponseProperties());
    int others = config.qos() == 0 ? ROOM_FOR_OTHERS : 0;
    unacknowledged =
        new Window(Math.max(1, Math.min(config.inFlight(), limits.receiveMaximum() - others)));
    unwritten = new Window(config.inFlight());
  }

  private IMqttToken await(CompletableFuture<IMqttToken> connected) {
    try {
      return connected.get(config.connectTimeout().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw Failures.noAnswer(config.broker());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.noAnswer(config.broker());
    } catch (ExecutionException e) {
      Throwable why = Optional.ofNullable(e.getCause()).orElse(e);
      throw socket.wantsCertificate()
          ? Failures.greeting(config.broker(), why)
          : Failures.connecting(config.broker(), why);
    }
  }

  private void publishWhenThereIsRoom(
      String topic, MqttMessage message, Receipt receipt, Window window) {
    if (!window.enter(config.sendTimeout())) {
      throw Failures.noRoom();
    }
    send(topic, message, receipt, window);
  }

  private void publishLater(String topic, MqttMessage message, Receipt receipt, Window window) {
    try {
      publishWhenThereIsRoom(topic, message, receipt, window);
    } catch (TransportException e) {
      receipt.lost(e);
    }
  }

  private void send(String topic, MqttMessage message, Receipt receipt, Window window) {
    try {
      socket.expect();
      client.publish(topic, message, null, new Flight(receipt, window, this::ended));
    } catch (MqttException | RuntimeException e) {
      socket.expectNoMore();
      window.leave();
      throw ended(e);
    }
  }

  private interface Order {
    void give(MqttActionListener done) throws MqttException;
  }

  private CompletableFuture<Void> order(String what, Order order) {
    PahoAnswer answer = new PahoAnswer();
    try {
      order.give(answer);
    } catch (MqttException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
    return answer.handle((token, failure) -> {
      if (failure != null) {
        throw ended(failure);
      }
      int code = PahoAnswer.code(token);
      if (code >= Failures.FIRST_FAILURE) {
        throw Failures.refused(what, code);
      }
      return null;
    });
  }

  /** Why this connection is of no use. */
  private TransportException ended(Throwable thrown) {
    TransportException known = end.get();
    return known != null ? known : Failures.notConnected(config.broker(), Failures.inShort(thrown));
  }

  private void lost(String why, Consumer<String> lost) {
    if (end.compareAndSet(null, Failures.lost(config.broker(), why))) {
      unacknowledged.abandon();
      unwritten.abandon();
      lost.accept(why);
    }
  }
}
