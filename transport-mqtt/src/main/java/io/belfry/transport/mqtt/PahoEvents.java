package io.belfry.transport.mqtt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * What Paho tells of a connection, of which two things matter.
 *
 * @param arrivals takes a message and its topic
 * @param lost is told why the connection has ended
 */
record PahoEvents(BiConsumer<String, MqttMessage> arrivals, Consumer<String> lost)
    implements MqttCallback {

  private static final Logger LOG = System.getLogger(PahoEvents.class.getName());

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    try {
      arrivals.accept(topic, message);
    } catch (Throwable e) { // Paho would swallow it.
      LOG.log(Level.WARNING, "A message could not be taken", e);
    }
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    MqttException thrown = response.getException();
    lost.accept(
        thrown != null
            ? Failures.inShort(thrown)
            : String.format(
                "The broker has ended it (MQTT reason code 0x%02x).", response.getReturnCode()));
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {}

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
