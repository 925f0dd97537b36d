package io.belfry.transport.mqtt;

import io.belfry.message.Message;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** A piece of work that has come to a worker, and the packet that brought it. */
final class Piece {

  private final BrokerLink link;
  private final MqttMessage packet;
  private final Message work;
  private final long expiresAt;
  private final AtomicBoolean isAcknowledged = new AtomicBoolean();

  Piece(BrokerLink link, MqttMessage packet) {
    this.link = link;
    this.packet = packet;
    this.work = Codec.decode(packet);
    this.expiresAt = Codec.expiresAt(packet, work);
  }

  Message work() {
    return work;
  }

  boolean isExpired() {
    return Expiry.isPast(expiresAt);
  }

  /** Tells the broker that it need not keep this any longer; the first time only. */
  void acknowledge() {
    if (isAcknowledged.compareAndSet(false, true)) {
      link.acknowledge(packet);
    }
  }

  /** The same work for somebody else, worth no more time than is left. */
  MqttMessage again() {
    MqttMessage again = Codec.encode(work, 1);
    if (expiresAt != Expiry.NEVER) {
      long left = TimeUnit.NANOSECONDS.toMillis(expiresAt - System.nanoTime());
      again.getProperties().setMessageExpiryInterval(Expiry.seconds(Math.max(1, left)));
    }
    return again;
  }
}
