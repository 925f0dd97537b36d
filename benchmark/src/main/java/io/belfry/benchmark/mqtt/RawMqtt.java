package io.belfry.benchmark.mqtt;

import io.belfry.benchmark.wire.Access;
import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.Contestant;
import io.belfry.benchmark.wire.Names;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Version;

/**
 * Paho as somebody would use it who needs nothing but speed: the asynchronous client, as many
 * messages under way as the broker takes, one callback for each client.
 */
public final class RawMqtt implements Contestant {

  /** Not below {@code $}, where a broker of some kinds shares nothing. */
  static final String ROOT = "!belfry-raw/";

  private final Access access;
  private final int qos;

  /**
   * Prepares it.
   *
   * @param access to the broker
   * @param qos of every message, 0 or 1
   */
  public RawMqtt(Access access, int qos) {
    this.access = access;
    this.qos = qos;
  }

  @Override
  public String name() {
    return "raw";
  }

  @Override
  public String version() {
    return "Paho " + Version.of("org.eclipse.paho", "org.eclipse.paho.mqttv5.client") + " QoS "
        + qos;
  }

  @Override
  public OneWay publish(int subscribers, Receiver receiver) {
    String topic = topic(Names.freshTopic());
    return new RawOneWay(access, topic, topic, qos, subscribers, receiver);
  }

  @Override
  public OneWay push(int workers, Receiver receiver) {
    String topic = topic(Names.freshQueue());
    return new RawOneWay(access, topic, "$share/workers/" + topic, qos, workers, receiver);
  }

  @Override
  public Asker ask() {
    return new RawAsker(access, topic(Names.SERVICE), qos);
  }

  /** What the broker says that it is. */
  public static String brokerVersion(Access access) {
    return BrokerVersion.of(access);
  }

  private static String topic(String name) {
    return ROOT + name.replace('.', '/');
  }
}
