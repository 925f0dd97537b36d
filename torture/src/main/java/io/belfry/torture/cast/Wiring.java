package io.belfry.torture.cast;

import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportProvider;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;

/**
 * How the processes reach each other.
 *
 * @param transport the transport's name
 * @param settings the transport's settings
 */
public record Wiring(String transport, Map<String, String> settings) {

  private static final String SETTING = "set.";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PAUSE_MILLIS = 100;

  /** Copies the settings. */
  public Wiring {
    settings = Map.copyOf(settings);
  }

  static Wiring from(Instructions instructions) {
    return new Wiring(instructions.text("transport"), instructions.below(SETTING));
  }

  /**
   * Tells a process of it.
   *
   * @param instructions what the process is told
   * @return these instructions
   */
  public Instructions tell(Instructions instructions) {
    instructions.with("transport", transport);
    settings.forEach((name, value) -> instructions.with(SETTING + name, value));
    return instructions;
  }

  /** Opens the transport, as soon as the other side is there and the port is free. */
  Transport open(Side side) throws InterruptedException {
    TransportProvider provider = ServiceLoader.load(TransportProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(each -> each.name().equals(transport))
        .findFirst()
        .orElseThrow();
    Settings known = Settings.of(transport, provider.settings(), settings);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return provider.open(known, side);
      } catch (TransportException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
  }
}
