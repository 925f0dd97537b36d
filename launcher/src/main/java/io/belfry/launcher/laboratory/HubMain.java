package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Wiring;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.transport.Side;
import java.nio.file.Path;

/** The program of a hub that stands by itself. */
public final class HubMain {

  private static final String TRANSPORT = "transport";
  private static final String PLUGINS = "plugins";

  private HubMain() {}

  /**
   * Runs it until its input ends.
   *
   * @param arguments none; what to do stands in the first line of the input
   */
  public static void main(String[] arguments) {
    Errand.run(HubMain::begin);
  }

  static Order order(Wiring wiring, Path plugins) {
    return Order.of(wiring.settings())
        .with(TRANSPORT, wiring.transport())
        .with(PLUGINS, plugins.toString());
  }

  private static void begin(Order order) {
    Plugins plugins = Plugins.load(Path.of(order.text(PLUGINS)));
    Wiring wiring = new Wiring(order.text(TRANSPORT), order.settings(), true);
    new InstalledWires(plugins).open(wiring, Side.HUB);
  }
}
