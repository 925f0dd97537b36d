package io.belfry.transport.mqtt;

import io.belfry.transport.TransportException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** Sends on the connection that everything is sent on. */
final class Outlet {

  private final Connection connection;

  Outlet(Connection connection) {
    this.connection = connection;
  }

  /** Sends a message; whatever goes wrong, the receipt is told. */
  void send(String topic, MqttMessage message, Receipt receipt) {
    try {
      connection.require().publish(topic, message, receipt);
    } catch (TransportException e) {
      receipt.lost(e);
    }
  }
}
