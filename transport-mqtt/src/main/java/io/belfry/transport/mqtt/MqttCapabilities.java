package io.belfry.transport.mqtt;

import io.belfry.transport.Acknowledgement;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Capability;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.EnumSet;
import java.util.Set;

/** What can be done over MQTT: at best, and on a connection that has shown what its broker does. */
final class MqttCapabilities {

  /** The most that a packet of MQTT can hold, whoever the broker is. */
  static final Capabilities AT_BEST = new Capabilities(
      EnumSet.of(
          Capability.EXPIRY,
          Capability.SHARED_SUBSCRIPTIONS,
          Capability.NATIVE_WILDCARDS,
          Capability.ENCRYPTION,
          Capability.AUTHENTICATION,
          Capability.RECONNECT),
      Acknowledgement.ACCEPTED,
      Acknowledgement.ACCEPTED,
      BrokerLimits.NONE.maximumPayload());

  private MqttCapabilities() {}

  /**
   * What can be done on a connection.
   *
   * @throws TransportException with {@code REFUSED} if it is too little to be of use
   */
  static Capabilities of(MqttConfig config, BrokerLimits limits) {
    if (limits.maximumPayload() == 0) {
      throw new TransportException(
          Category.REFUSED,
          "The broker at "
              + config.broker()
              + " takes packets of at most "
              + limits.maximumPacket()
              + " bytes; raise that, for the headers of one message may take more.");
    }
    Set<Capability> features =
        EnumSet.of(Capability.EXPIRY, Capability.NATIVE_WILDCARDS, Capability.RECONNECT);
    if (limits.hasSharedSubscriptions()) {
      features.add(Capability.SHARED_SUBSCRIPTIONS);
    }
    if (config.tls().isPresent()) {
      features.add(Capability.ENCRYPTION);
    }
    if (config.login().isPresent() || config.hasCertificate()) {
      features.add(Capability.AUTHENTICATION);
    }
    return new Capabilities(
        features,
        level(Math.min(config.qos(), limits.maximumQos())),
        level(limits.maximumQos()),
        Math.min(config.maxPayload(), limits.maximumPayload()));
  }

  /** Services and workers share what comes, by what else MQTT calls a shared subscription. */
  static void requireShared(Capabilities capabilities, String what) {
    if (!capabilities.has(Capability.SHARED_SUBSCRIPTIONS)) {
      throw new TransportException(
          Category.REFUSED,
          "This broker has no shared subscriptions, which " + what + " needs; use another broker.");
    }
  }

  private static Acknowledgement level(int qos) {
    return qos == 0 ? Acknowledgement.HANDED_OFF : Acknowledgement.ACCEPTED;
  }
}
