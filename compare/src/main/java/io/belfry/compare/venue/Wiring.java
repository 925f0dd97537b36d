package io.belfry.compare.venue;

import java.util.Map;

/**
 * How to take part in a trial: enough to open the transport in any process.
 *
 * @param transport the transport's name
 * @param settings its settings by their own names, those left out have their defaults; there may be
 *     secrets among them
 * @param isDirect whether nothing stands in the middle, so that one of the roles has to be the hub
 */
public record Wiring(String transport, Map<String, String> settings, boolean isDirect) {

  /** Copies the settings. */
  public Wiring {
    settings = Map.copyOf(settings);
  }

  /** Tells no setting: it may be a secret. */
  @Override
  public String toString() {
    return "Wiring of " + transport;
  }
}
