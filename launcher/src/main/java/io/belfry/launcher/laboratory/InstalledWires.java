package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Wires;
import io.belfry.compare.venue.Wiring;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;

/** Opens what is installed. */
public final class InstalledWires implements Wires {

  private final Plugins plugins;

  /**
   * Opens what these have.
   *
   * @param plugins what is installed; it must stay open for as long as the transports
   */
  public InstalledWires(Plugins plugins) {
    this.plugins = plugins;
  }

  @Override
  public Transport open(Wiring wiring, Side side) {
    TransportProvider provider = plugins.transports().named(wiring.transport());
    return provider.open(
        Settings.of(wiring.transport(), provider.settings(), wiring.settings()), side);
  }
}
