package io.belfry.tck.tethered;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.tck.inproc.InprocProvider;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Loopback;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.TransportProvider;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The in-process transport with a wire: what a spoke sends goes to the hub over TCP, too. It is
 * there for the rules of the wire, which memory alone can neither keep nor break.
 */
public class TetheredProvider implements TransportProvider {

  private static final SettingKey<String> HOST =
      SettingKey.text("host", "127.0.0.1", "Where the hub is.");
  private static final SettingKey<Integer> PORT =
      SettingKey.number("port", 1, 65_535, 7_700, "Where the hub answers.");

  private final TransportProvider inner = new InprocProvider();

  /** For the service loader. */
  public TetheredProvider() {}

  /** How long a spoke waits for the hub; 0 is for ever. */
  int timeoutMillis() {
    return 500;
  }

  /** Makes a spoke of what it needs. */
  Transport spoke(Transport memory, Tether tether) {
    return new TetheredSpoke(memory, tether);
  }

  @Override
  public String name() {
    return "tethered";
  }

  @Override
  public List<SettingKey<?>> settings() {
    List<SettingKey<?>> keys = new ArrayList<>(inner.settings());
    keys.add(HOST);
    keys.add(PORT);
    return keys;
  }

  @Override
  public Capabilities capabilities() {
    return inner.capabilities();
  }

  @Override
  public Transport open(Settings settings, Side side) {
    InetSocketAddress address = new InetSocketAddress(settings.get(HOST), settings.get(PORT));
    Transport memory = inner.open(settings, side);
    try {
      return side == Side.HUB
          ? new TetheredHub(memory, new Post(address))
          : spoke(memory, new Tether(address, timeoutMillis()));
    } catch (IOException e) {
      memory.close();
      throw new TransportException(Category.UNREACHABLE, "The hub does not answer.", e);
    }
  }

  @Override
  public boolean isConfined(Settings settings) {
    return Loopback.holds(settings.get(HOST));
  }
}
