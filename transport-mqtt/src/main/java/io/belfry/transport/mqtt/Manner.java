package io.belfry.transport.mqtt;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;

/**
 * What a connection is like.
 *
 * @param clientId by which the broker knows it
 * @param receiveMaximum how many messages the broker may send before the first is acknowledged
 * @param isAcknowledgedByHand whether {@link BrokerLink#acknowledge} is called for each message, or
 *     each is acknowledged when {@link BrokerLink.Arrivals} has returned
 */
record Manner(String clientId, int receiveMaximum, boolean isAcknowledgedByHand) {

  /** The same, as Paho is told. Nothing outlives the connection, and Paho makes no other. */
  MqttConnectionOptions options(MqttConfig config) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setAutomaticReconnect(false);
    options.setKeepAliveInterval(config.keepAliveSeconds());
    options.setReceiveMaximum(receiveMaximum);
    config.login().ifPresent(login -> {
      options.setUserName(login.user());
      login
          .password()
          .map(password -> password.value().getBytes(StandardCharsets.UTF_8))
          .ifPresent(options::setPassword);
    });
    return options;
  }
}
