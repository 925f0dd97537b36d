package io.belfry.launcher.contract;

import io.belfry.launcher.ground.Addresses;
import io.belfry.launcher.ground.OwnBroker;
import io.belfry.packing.PackingProvider;
import io.belfry.tck.Broker;
import io.belfry.tck.Detour;
import io.belfry.tck.TestBed;
import io.belfry.transport.Side;
import io.belfry.transport.TransportProvider;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one test needs to open a transport that is installed, as its profile says. */
final class InstalledBed implements TestBed {

  private final TransportProvider provider;
  private final Map<String, String> settings;
  private final Map<String, String> stranger;
  private final Optional<Broker> broker;

  /** The settings of a stranger are those that differ. */
  InstalledBed(
      TransportProvider provider,
      Map<String, String> settings,
      Map<String, String> stranger,
      Optional<Broker> broker) {
    this.provider = provider;
    this.settings = settings;
    this.stranger = stranger;
    this.broker = broker;
  }

  @Override
  public TransportProvider provider() {
    return provider;
  }

  @Override
  public TransportProvider registered() {
    return PackingProvider.under(provider);
  }

  @Override
  public Map<String, String> settings(Side side) {
    return settings;
  }

  @Override
  public Optional<Broker> broker() {
    return broker;
  }

  @Override
  public Optional<Map<String, String>> spokeSettingsThrough(Detour detour) {
    return Addresses.areIn(settings)
        ? Optional.of(Addresses.replaced(settings, detour::through))
        : Optional.empty();
  }

  @Override
  public Optional<Map<String, String>> strangerSettings() {
    if (stranger.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> changed = new TreeMap<>(settings);
    changed.putAll(stranger);
    return Optional.of(changed);
  }

  @Override
  public void close() {
    if (broker.orElse(null) instanceof OwnBroker own) {
      own.revive();
    }
  }
}
