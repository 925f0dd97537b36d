package io.belfry.transport.mqtt;

import io.belfry.message.Headers;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * What the broker has said of itself when it let us in.
 *
 * @param receiveMaximum how many messages it takes before it has acknowledged the first
 * @param maximumPacket the largest packet that it takes, in bytes
 * @param maximumQos the highest quality of service
 * @param hasSharedSubscriptions whether several clients can share the messages of a filter
 * @param hasWildcards whether filters may have wildcards
 */
record BrokerLimits(
    int receiveMaximum,
    long maximumPacket,
    int maximumQos,
    boolean hasSharedSubscriptions,
    boolean hasWildcards) {

  /** The receive maximum of whoever names none. */
  static final int MOST = 65_535;

  private static final int BEST_QOS = 2;
  private static final long LARGEST = 268_435_455;

  /**
   * What a packet has beyond its payload at most: headers, of which the smallest take twice as much
   * on the wire as they are counted, a topic, and a response topic.
   */
  private static final int ROOM = 2 * Headers.MAX_BYTES + 4_096;

  /** What MQTT itself allows. */
  static final BrokerLimits NONE = new BrokerLimits(MOST, LARGEST, BEST_QOS, true, true);

  static BrokerLimits of(MqttProperties connack) {
    Integer receive = connack.getReceiveMaximum();
    Long packet = connack.getMaximumPacketSize();
    Integer qos = connack.getMaximumQoS();
    return new BrokerLimits(
        receive == null ? MOST : receive & MOST,
        packet == null ? LARGEST : packet,
        qos == null ? BEST_QOS : qos,
        connack.isSharedSubscriptionAvailable(),
        connack.isWildcardSubscriptionsAvailable());
  }

  /** The largest payload that fits into a packet whatever its headers are, or 0. */
  int maximumPayload() {
    return Math.toIntExact(Math.max(0, Math.min(LARGEST, maximumPacket) - ROOM));
  }
}
