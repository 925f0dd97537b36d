package io.belfry.launcher.contract;

import io.belfry.broker.BrokerConfig;
import io.belfry.broker.BrokerPorts;
import io.belfry.launcher.ground.OwnBroker;
import io.belfry.launcher.ground.TransportTexts;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.BrokerSettings;
import io.belfry.launcher.settings.Meeting;
import io.belfry.launcher.settings.Tree;
import io.belfry.settings.SettingKey;
import io.belfry.tck.Broker;
import io.belfry.tck.TestBed;
import io.belfry.transport.TransportProvider;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the beds of all tests of a transport. Without a broker each has free ports of its own; an
 * embedded broker is one for all; and one that somebody else runs is left alone.
 */
final class Surroundings implements AutoCloseable {

  private static final String ORIGIN = "the contract";
  private static final BrokerPorts ANY = new BrokerPorts(0, 0, 0);

  /** Some rules wait for them to pass. They count where a transport has settings of these names. */
  private static final Map<String, String> SHORT_TIMES = Map.of(
      "connect-timeout", "3s",
      "send-timeout", "3s",
      "heartbeat", "1s",
      "heartbeat-timeout", "3s");

  private final TransportProvider provider;
  private final Map<String, String> settings;
  private final Map<String, String> stranger;
  private final Optional<Broker> broker;

  private Surroundings(
      TransportProvider provider,
      Map<String, String> settings,
      Map<String, String> stranger,
      Optional<Broker> broker) {
    this.provider = provider;
    this.settings = settings;
    this.stranger = stranger;
    this.broker = broker;
  }

  /** Starts the embedded broker, if the profile wants one. */
  static Surroundings of(
      Profile written, Plugins plugins, Map<String, String> stranger, Path directory) {
    TransportProvider provider = Tree.transport(written, plugins);
    Profile profile = timed(written, provider);
    if (Meeting.isElsewhere(profile)) {
      return new Surroundings(
          provider,
          TransportTexts.of(profile, provider),
          stranger,
          Optional.of(new OthersBroker()));
    }
    if (!Meeting.isEmbedded(profile)) {
      return new Surroundings(
          provider, TransportTexts.of(profile, provider), stranger, Optional.empty());
    }
    BrokerConfig config = BrokerSettings.config(profile.settings(BrokerSettings.SECTION), directory)
        .withPorts(ANY);
    OwnBroker broker = new OwnBroker(config);
    Profile addressed = Meeting.addressed(profile, broker.ports());
    return new Surroundings(
        provider, TransportTexts.of(addressed, provider), stranger, Optional.of(broker));
  }

  TestBed bed() {
    return new InstalledBed(
        provider,
        broker.isPresent() ? settings : TransportTexts.atFreePorts(settings),
        stranger,
        broker);
  }

  private static Profile timed(Profile profile, TransportProvider provider) {
    Profile timed = profile;
    for (SettingKey<?> key : provider.settings()) {
      String name = Tree.transport(provider).nameOf(key);
      if (SHORT_TIMES.containsKey(key.name())) {
        timed = timed.withDefault(name, SHORT_TIMES.get(key.name()), ORIGIN);
      }
    }
    return timed;
  }

  @Override
  public void close() {
    if (broker.orElse(null) instanceof OwnBroker own) {
      own.close();
    }
  }
}
