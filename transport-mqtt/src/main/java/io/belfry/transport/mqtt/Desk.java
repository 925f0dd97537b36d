package io.belfry.transport.mqtt;

import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** How a worker deals with its broker; that depends on the broker's {@link Habit}. */
interface Desk {

  /** What is to be subscribed on each new connection, in this order. */
  List<String> filters();

  /** There is a new connection, and the filters are in force on it. */
  void restored();

  /** The connection was lost, and with it whatever had not been acknowledged. */
  void lost();

  /** Something has come. On a thread of Paho, where nothing may wait. */
  void arrived(BrokerLink link, String topic, MqttMessage message);

  /** The handler has returned, or thrown. On the handler's thread. */
  void finished(Piece piece);

  /** The handler itself closes the worker: that counts as the end of its work. */
  void finishedEarly(Piece piece);

  /**
   * Leaves the queue in good order, as far as the time and the broker allow.
   *
   * @param link the connection
   * @param rest what had come and was not begun
   */
  void leave(BrokerLink link, List<Piece> rest);
}
