package io.belfry.compare.worker;

import io.belfry.compare.venue.Wires;
import io.belfry.compare.venue.Wiring;
import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import java.util.ServiceLoader;

/** Opens whatever is on the class path. */
final class ZeroMqWires implements Wires {

  @Override
  public Transport open(Wiring wiring, Side side) {
    TransportProvider provider = ServiceLoader.load(TransportProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(each -> each.name().equals(wiring.transport()))
        .findFirst()
        .orElseThrow();
    return provider.open(Settings.of("test", provider.settings(), wiring.settings()), side);
  }
}
