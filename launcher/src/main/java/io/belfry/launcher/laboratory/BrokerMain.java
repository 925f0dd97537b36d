package io.belfry.launcher.laboratory;

import io.belfry.broker.BrokerPorts;
import io.belfry.broker.EmbeddedBroker;
import io.belfry.launcher.settings.BrokerSettings;
import io.belfry.settings.Settings;
import java.nio.file.Path;
import java.util.Map;

/** The program of the embedded broker in a process of its own. */
public final class BrokerMain {

  private static final String DATA = "data";
  private static final String JMS = "jms";
  private static final String AMQP = "amqp";
  private static final String MQTT = "mqtt";

  private BrokerMain() {}

  /**
   * Runs it until its input ends.
   *
   * @param arguments none; what to do stands in the first line of the input
   */
  public static void main(String[] arguments) {
    Errand.run(BrokerMain::begin);
  }

  static Order order(Map<String, String> settings, BrokerPorts ports, Path data) {
    return Order.of(settings)
        .with(JMS, Integer.toString(ports.jms()))
        .with(AMQP, Integer.toString(ports.amqp()))
        .with(MQTT, Integer.toString(ports.mqtt()))
        .with(DATA, data.toString());
  }

  private static void begin(Order order) {
    Settings settings =
        Settings.of(BrokerSettings.SECTION.path(), BrokerSettings.SECTION.keys(), order.settings());
    BrokerPorts ports = new BrokerPorts(port(order, JMS), port(order, AMQP), port(order, MQTT));
    EmbeddedBroker.start(
        BrokerSettings.config(settings, Path.of(order.text(DATA))).withPorts(ports));
  }

  private static int port(Order order, String protocol) {
    return Integer.parseInt(order.text(protocol));
  }
}
