package io.belfry.broker;

import io.belfry.tck.Waiting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** A client of one broker by MQTT 5. */
final class MqttClient implements AutoCloseable {

  private final MqttAsyncClient client;
  private final List<String> arrived = new CopyOnWriteArrayList<>();

  private MqttClient(EmbeddedBroker broker, MqttConnectionOptions options) throws MqttException {
    client = new MqttAsyncClient(
        "tcp://127.0.0.1:" + broker.mqttPort(),
        "test-" + System.nanoTime(),
        new MemoryPersistence());
    client.setCallback(new Arrivals(arrived));
    try {
      finish(client.connect(options));
    } catch (MqttException e) {
      client.close(true);
      throw e;
    }
  }

  static MqttClient of(EmbeddedBroker broker) throws MqttException {
    return new MqttClient(broker, new MqttConnectionOptions());
  }

  static MqttClient of(EmbeddedBroker broker, String user, String password) throws MqttException {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setUserName(user);
    options.setPassword(password.getBytes(StandardCharsets.UTF_8));
    return new MqttClient(broker, options);
  }

  /** The reason code of the answer. */
  int subscribe(String filter) throws MqttException {
    return reason(client.subscribe(filter, 1));
  }

  /** The reason code of the answer. */
  int publish(String topic, String text, boolean isRetained) throws MqttException {
    MqttMessage message = new MqttMessage(text.getBytes(StandardCharsets.UTF_8));
    message.setQos(1);
    message.setRetained(isRetained);
    return reason(client.publish(topic, message));
  }

  List<String> arrived() {
    return List.copyOf(arrived);
  }

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      finish(client.disconnect());
    }
    client.close(true);
  }

  /** A refusal comes as a code, or as an exception that has it. */
  private static int reason(IMqttToken token) throws MqttException {
    try {
      finish(token);
    } catch (MqttException e) {
      if (e.getReasonCode() < 0x80 || e.getReasonCode() > 0xff) {
        throw e;
      }
      return e.getReasonCode();
    }
    int[] codes = token.getReasonCodes();
    return codes == null || codes.length == 0 ? 0 : codes[0];
  }

  private static void finish(IMqttToken token) throws MqttException {
    token.waitForCompletion(Waiting.LONG.toMillis());
  }
}
