package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Cable;
import io.belfry.compare.venue.Venue.Missing;
import io.belfry.compare.venue.Wiring;
import io.belfry.launcher.ground.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** A cable of relays, one for each address in the settings. */
final class RelayCable implements Cable {

  private final List<Relay> relays = new ArrayList<>();
  private final Wiring wiring;

  private RelayCable(Wiring to) {
    this.wiring =
        new Wiring(to.transport(), Addresses.replaced(to.settings(), this::through), to.isDirect());
  }

  static RelayCable to(Wiring wiring) {
    if (!Addresses.areIn(wiring.settings())) {
      throw new Missing("The transport " + wiring.transport()
          + " has no address of TCP that could be led through a cable.");
    }
    return new RelayCable(wiring);
  }

  private InetSocketAddress through(InetSocketAddress target) {
    try {
      Relay relay = Relay.to(target);
      relays.add(relay);
      return relay.address();
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Wiring wiring() {
    return wiring;
  }

  @Override
  public void cut() {
    relays.forEach(Relay::cut);
  }

  @Override
  public void mend() {
    try {
      for (Relay relay : relays) {
        relay.mend();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    relays.forEach(Relay::close);
  }
}
