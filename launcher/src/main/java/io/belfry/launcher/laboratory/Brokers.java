package io.belfry.launcher.laboratory;

import io.belfry.broker.BrokerPorts;
import io.belfry.compare.venue.Wiring;
import io.belfry.launcher.ground.OwnBroker;
import io.belfry.launcher.ground.TransportTexts;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.BrokerSettings;
import io.belfry.launcher.settings.Meeting;
import io.belfry.launcher.start.Lifetime;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.tck.FreePorts;
import io.belfry.transport.TransportProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Has the brokers running that targets need.
 *
 * @param profile of the target
 * @param provider of its transport
 * @param directory where brokers have their files
 * @param lifetime with which brokers end
 */
record Brokers(Profile profile, TransportProvider provider, Path directory, Lifetime lifetime) {

  /** The ports of a broker: one for each protocol. */
  private static final int PORTS = 3;

  private static final int MEBIBYTE = 1024 * 1024;

  /** What the broker needs for itself. */
  private static final int LEAST_HEAP = 256;

  /** What waits is in memory more than once, while it comes and goes. */
  private static final int COPIES = 3;

  /** Starts one that is a process of its own. */
  Standing process() throws IOException {
    BrokerPorts ports = freePorts();
    Order order = BrokerMain.order(written(), ports, directory);
    Phoenix process = lifetime.keep(Phoenix.rise(() -> Child.start(
        "The broker", BrokerMain.class, heap(profile), order, directory.resolve("broker.log"))));
    return new BrokerProcess(wiring(ports), process);
  }

  /** Starts the program Mosquitto. */
  Standing mosquitto() throws IOException {
    int port = FreePorts.one();
    Phoenix process = lifetime.keep(Phoenix.rise(() -> Mosquitto.start(directory, port)));
    return new BrokerProcess(wiring(new BrokerPorts(0, 0, port)), process);
  }

  /** Starts one within this process. */
  Standing embedded() throws IOException {
    OwnBroker broker = lifetime.keep(
        new OwnBroker(BrokerSettings.config(settings(profile), directory).withPorts(freePorts())));
    return new BrokerInside(wiring(broker.ports()), broker);
  }

  /** Takes the one that is there already. */
  Standing elsewhere() {
    return new BrokerElsewhere(
        new Wiring(provider.name(), TransportTexts.of(profile, provider), false));
  }

  /** How much memory the JVM of a broker has for objects. */
  static String heap(Profile profile) {
    long waiting = BrokerSettings.config(settings(profile), Path.of("")).maxMemory() / MEBIBYTE;
    return LEAST_HEAP + COPIES * waiting + "m";
  }

  private Wiring wiring(BrokerPorts ports) {
    return new Wiring(
        provider.name(), TransportTexts.of(Meeting.addressed(profile, ports), provider), false);
  }

  private static Settings settings(Profile profile) {
    return profile.settings(BrokerSettings.SECTION);
  }

  /** What is written for the broker, by its own names. */
  private Map<String, String> written() {
    settings(profile); // Which refuses what can't be, and says where it stands.
    Map<String, String> written = new TreeMap<>();
    for (SettingKey<?> key : BrokerSettings.SECTION.keys()) {
      profile
          .find(BrokerSettings.SECTION.nameOf(key))
          .ifPresent(found -> written.put(key.name(), found.text()));
    }
    return written;
  }

  private static BrokerPorts freePorts() throws IOException {
    List<Integer> ports = FreePorts.choose(PORTS);
    return new BrokerPorts(ports.get(0), ports.get(1), ports.get(2));
  }
}
