package io.belfry.testbroker;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** A client of one broker by MQTT 5. */
final class MqttClient implements AutoCloseable {

  private final org.eclipse.paho.mqttv5.client.MqttClient client;
  private final List<String> arrived = new CopyOnWriteArrayList<>();

  private MqttClient(String uri) throws MqttException {
    client = new org.eclipse.paho.mqttv5.client.MqttClient(
        uri, "test-" + System.nanoTime(), new MemoryPersistence());
    client.setTimeToWait(TimeUnit.SECONDS.toMillis(20));
    client.setCallback(new Arrivals(arrived));
  }

  static MqttClient open(InetSocketAddress broker) throws MqttException {
    return open("tcp://127.0.0.1:" + broker.getPort(), new MqttConnectionOptions());
  }

  static MqttClient open(InetSocketAddress broker, String user, String password)
      throws MqttException {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setUserName(user);
    options.setPassword(password.getBytes(StandardCharsets.UTF_8));
    return open("tcp://127.0.0.1:" + broker.getPort(), options);
  }

  static MqttClient open(InetSocketAddress broker, SSLContext tls) throws MqttException {
    return open(broker, tls, new MqttConnectionOptions());
  }

  /** Opens one where no answer is as good as a refusal, so it is not waited for at length. */
  static MqttClient openInVain(InetSocketAddress broker, SSLContext tls) throws MqttException {
    return open(broker, tls, impatient());
  }

  /** The same, without encryption. */
  static MqttClient openInVain(InetSocketAddress broker) throws MqttException {
    return open("tcp://127.0.0.1:" + broker.getPort(), impatient());
  }

  private static MqttClient open(
      InetSocketAddress broker, SSLContext tls, MqttConnectionOptions options)
      throws MqttException {
    options.setSocketFactory(tls.getSocketFactory());
    options.setHttpsHostnameVerificationEnabled(true);
    return open("ssl://127.0.0.1:" + broker.getPort(), options);
  }

  private static MqttClient open(String uri, MqttConnectionOptions options) throws MqttException {
    MqttClient opened = new MqttClient(uri);
    try {
      opened.client.connect(options);
      return opened;
    } catch (MqttException e) {
      opened.client.close(true);
      throw e;
    }
  }

  private static MqttConnectionOptions impatient() {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setConnectionTimeout(2);
    return options;
  }

  void subscribe(String filter) throws MqttException {
    client.subscribe(filter, 1);
  }

  void publish(String topic, String text, boolean isRetained) throws MqttException {
    MqttMessage message = new MqttMessage(text.getBytes(StandardCharsets.UTF_8));
    message.setQos(1);
    message.setRetained(isRetained);
    client.publish(topic, message);
  }

  /** Publishes what the broker may drop or refuse, as brokers differ in that. */
  void tryToPublish(String topic, String text) {
    try {
      publish(topic, text, false);
    } catch (MqttException e) {
      // It was refused.
    }
  }

  /** What has come by now. */
  List<String> arrived() {
    return List.copyOf(arrived);
  }

  boolean isConnected() {
    return client.isConnected();
  }

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnect();
    }
    client.close(true);
  }
}
