package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Middle;
import io.belfry.compare.venue.Venue.Missing;
import io.belfry.compare.venue.Wiring;
import io.belfry.launcher.ground.Addresses;
import io.belfry.launcher.ground.TransportTexts;
import io.belfry.launcher.start.Lifetime;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Nothing: one of the roles is the hub, or, to be killed alone, a process.
 *
 * @param transport the transport's name
 * @param texts its settings, with addresses that are to be replaced
 * @param plugins where plug-ins are
 * @param directory for the log of hubs
 * @param lifetime of the venue, with which a hub ends that nobody has closed
 */
record NoBroker(
    String transport, Map<String, String> texts, Path plugins, Path directory, Lifetime lifetime)
    implements Standing {

  private static final String HEAP = "512m";

  @Override
  public Wiring wiring() {
    return new Wiring(transport, addressed(), true);
  }

  @Override
  public Optional<Middle> middle() {
    return Optional.empty();
  }

  @Override
  public Middle mortal() {
    if (!Addresses.areIn(texts)) {
      throw new Missing("The transport " + transport
          + " has no address at which a hub in another process could be reached.");
    }
    Wiring wiring = new Wiring(transport, addressed(), false);
    Order order = HubMain.order(wiring, plugins);
    Path log = directory.resolve("hub.log");
    Phoenix hub = lifetime.keep(Phoenix.rise(
        () -> Child.start("The hub of " + transport, HubMain.class, HEAP, order, log)));
    return new ProcessMiddle(wiring, hub, false);
  }

  /** Roles may be on other machines, which find the hub only where the profile says. */
  private Map<String, String> addressed() {
    return TransportTexts.areConfined(texts) ? TransportTexts.atFreePorts(texts) : texts;
  }
}
