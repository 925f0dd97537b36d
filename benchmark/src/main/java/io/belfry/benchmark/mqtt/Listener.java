package io.belfry.benchmark.mqtt;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Takes messages, and nothing else: who loses a connection shows by his silence. */
@FunctionalInterface
interface Listener extends MqttCallback {

  /** For those who only send. */
  Listener DEAF = (topic, message) -> {};

  @Override
  default void disconnected(MqttDisconnectResponse response) {}

  @Override
  default void mqttErrorOccurred(MqttException exception) {}

  @Override
  default void deliveryComplete(IMqttToken token) {}

  @Override
  default void connectComplete(boolean reconnect, String server) {}

  @Override
  default void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
