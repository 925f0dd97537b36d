package io.belfry.launcher.start;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.belfry.broker.BrokerConfig;
import io.belfry.broker.BrokerPorts;
import io.belfry.broker.EmbeddedBroker;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.BrokerSettings;
import io.belfry.launcher.settings.Meeting;
import io.belfry.launcher.settings.Tree;
import io.belfry.server.Wire;
import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.TransportProvider;

/** The transport, and the broker where it needs one and nobody has named another. */
final class WireModule extends AbstractModule {

  private final Side side;

  WireModule(Side side) {
    this.side = side;
  }

  @Provides
  @Singleton
  Wire wire(Profile profile, Plugins plugins, DataDirectory data, Lifetime lifetime) {
    TransportProvider provider = Tree.transport(profile, plugins);
    Profile addressed = Meeting.isEmbedded(profile)
        ? Meeting.addressed(profile, startBroker(profile, data, lifetime))
        : profile;
    Settings settings = addressed.settings(Tree.transport(provider));
    boolean isConfined = provider.isConfined(settings);
    return new Wire(lifetime.keep(provider.open(settings, side)), isConfined);
  }

  private static BrokerPorts startBroker(Profile profile, DataDirectory data, Lifetime lifetime) {
    BrokerConfig config =
        BrokerSettings.config(profile.settings(BrokerSettings.SECTION), data.path());
    EmbeddedBroker broker = lifetime.keep(EmbeddedBroker.start(config));
    return new BrokerPorts(broker.jmsPort(), broker.amqpPort(), broker.mqttPort());
  }
}
