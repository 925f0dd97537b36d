package io.belfry.benchmark.mqtt;

import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.Permits;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/** Publishes, with many under way: the library refuses what goes beyond the broker's limit. */
final class Outlet implements MqttActionListener {

  private static final int LEAST_ERROR = 0x80;

  private final Queue<Letter> waiting = new ConcurrentLinkedQueue<>();
  private final MqttAsyncClient client;
  private final int qos;
  private final Permits permits;

  private record Letter(String topic, MqttMessage message) {}

  Outlet(MqttAsyncClient client, int qos, int most) {
    this.client = client;
    this.qos = qos;
    this.permits = new Permits(most);
  }

  /** Sends, and waits while too many are under way. Not for callbacks, which end that. */
  void send(String topic, byte[] payload) {
    permits.take();
    publish(new Letter(topic, new MqttMessage(payload, qos, false, new MqttProperties())));
  }

  /** Sends as soon as it is possible, and returns at once. */
  void sendSoon(String topic, byte[] payload, MqttProperties properties) {
    waiting.add(new Letter(topic, new MqttMessage(payload, qos, false, properties)));
    sendWaiting();
  }

  /** Who gives a permit back comes here, too, so none is left that waits in vain. */
  private void sendWaiting() {
    while (!waiting.isEmpty() && permits.tryTake()) {
      Letter next = waiting.poll();
      if (next == null) {
        permits.giveBack(null);
      } else {
        publish(next);
      }
    }
  }

  private void publish(Letter letter) {
    try {
      client.publish(letter.topic, letter.message, null, this);
    } catch (MqttException e) {
      permits.giveBack(e);
      throw new BreakdownException(e);
    }
  }

  @Override
  public void onSuccess(IMqttToken token) {
    end(refusal(token));
  }

  @Override
  public void onFailure(@Nullable IMqttToken token, Throwable failure) {
    end(failure);
  }

  private void end(@Nullable Throwable failure) {
    permits.giveBack(failure);
    sendWaiting();
  }

  /** The library takes a refused message for a delivered one. */
  private static @Nullable Throwable refusal(IMqttToken token) {
    int[] codes = token.getReasonCodes();
    return codes != null && codes.length > 0 && codes[0] >= LEAST_ERROR
        ? new BreakdownException(
            "The broker has refused a message, with the code " + codes[0] + ".")
        : null;
  }
}
