package io.belfry.tck.inproc;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.transport.Acknowledgement;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Capability;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Opens in-process transports. A hub makes a place, spokes of the same process enter it by its
 * name, and when the hub closes, the place and all that waits there is gone.
 */
public final class InprocProvider implements TransportProvider {

  /** How much the transport offers. */
  public enum Features {
    /** All that is possible in memory. */
    ALL,
    /** What every transport has to offer, and nothing more. */
    NONE
  }

  static final SettingKey<String> PLACE =
      SettingKey.text("place", "belfry", "The name by which hub and spokes find each other.");
  static final SettingKey<Features> FEATURES =
      SettingKey.choice("features", Features.ALL, "How much the transport offers.");
  static final SettingKey<Integer> MAX_PAYLOAD =
      SettingKey.size("max-payload", "1MiB", "The largest payload.");
  static final SettingKey<Duration> CLOSE_TIMEOUT = SettingKey.duration(
      "close-timeout", "2s", "How long closing waits for handlers that are running.");

  private static final Set<Capability> ALL = EnumSet.of(
      Capability.STORED_WORK,
      Capability.REDELIVERY,
      Capability.EXPIRY,
      Capability.PRIORITY,
      Capability.SELECTORS,
      Capability.SHARED_SUBSCRIPTIONS,
      Capability.NATIVE_WILDCARDS);

  /** For the service loader. */
  public InprocProvider() {}

  @Override
  public String name() {
    return "inproc";
  }

  @Override
  public List<SettingKey<?>> settings() {
    return List.of(PLACE, FEATURES, MAX_PAYLOAD, CLOSE_TIMEOUT);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities(ALL, Integer.MAX_VALUE);
  }

  @Override
  public Transport open(Settings settings, Side side) {
    String name = settings.get(PLACE);
    Set<Capability> features = settings.get(FEATURES) == Features.ALL ? ALL : Set.of();
    Capabilities capabilities = capabilities(features, settings.get(MAX_PAYLOAD));
    Place place = side == Side.HUB ? Place.make(name, capabilities) : Place.find(name);
    return new InprocTransport(place, side, settings.get(CLOSE_TIMEOUT));
  }

  @Override
  public boolean isConfined(Settings settings) {
    return true;
  }

  private static Capabilities capabilities(Set<Capability> features, int maxPayload) {
    return new Capabilities(
        features, Acknowledgement.ACCEPTED, Acknowledgement.ACCEPTED, maxPayload);
  }
}
