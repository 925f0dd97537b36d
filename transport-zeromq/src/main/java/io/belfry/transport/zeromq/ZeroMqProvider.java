package io.belfry.transport.zeromq;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.transport.Acknowledgement;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Capability;
import io.belfry.transport.KeyGenerator;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.TransportProvider;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes transports over ZeroMQ: a hub that binds, and spokes that connect to it. */
public final class ZeroMqProvider implements TransportProvider {

  private static final Set<Capability> ALWAYS =
      Set.of(Capability.STORED_WORK, Capability.REDELIVERY, Capability.RECONNECT);
  private static final Set<Capability> WITH_CURVE =
      Set.of(Capability.ENCRYPTION, Capability.AUTHENTICATION);

  /** Made by {@link java.util.ServiceLoader}. */
  public ZeroMqProvider() {}

  @Override
  public String name() {
    return "zeromq";
  }

  @Override
  public List<SettingKey<?>> settings() {
    return ZeroMqConfig.KEYS;
  }

  @Override
  public Capabilities capabilities() {
    return capabilities(true, Integer.MAX_VALUE);
  }

  @Override
  public Transport open(Settings settings, Side side) {
    ZeroMqConfig config = ZeroMqConfig.from(settings);
    requireGuarded(config, side);
    Capabilities can = capabilities(config.curveKey().isPresent(), config.maxPayload());
    Place place = Place.of(config, side);
    try {
      return side == Side.HUB ? openHub(config, can, place) : openSpoke(config, can, place);
    } catch (RuntimeException e) {
      place.close();
      throw e;
    }
  }

  @Override
  public boolean isConfined(Settings settings) {
    return ZeroMqConfig.from(settings).endpoints().areLocal();
  }

  @Override
  public Optional<KeyGenerator> keyGenerator() {
    return Optional.of(new CurveKeyGenerator());
  }

  private static Transport openHub(ZeroMqConfig config, Capabilities can, Place place) {
    Hub hub = new Hub(config, can, place);
    hub.start();
    return hub;
  }

  private static Transport openSpoke(ZeroMqConfig config, Capabilities can, Place place) {
    Spoke spoke = new Spoke(config, can, place);
    spoke.start();
    return spoke;
  }

  /** Nothing listens beyond this machine unless it knows whom it lets in. */
  private static void requireGuarded(ZeroMqConfig config, Side side) {
    if (side == Side.HUB && !config.endpoints().areLocal() && config.curveKey().isEmpty()) {
      throw new TransportException(
          Category.CONFIGURATION,
          "The endpoint '"
              + config.endpoints()
              + "' can be reached from other machines; set 'curve-key' and 'curve-clients', or"
              + " bind 127.0.0.1.");
    }
  }

  private static Capabilities capabilities(boolean hasCurve, int maxPayload) {
    Set<Capability> features = EnumSet.copyOf(ALWAYS);
    if (hasCurve) {
      features.addAll(WITH_CURVE);
    }
    return new Capabilities(
        features, Acknowledgement.HANDED_OFF, Acknowledgement.ACCEPTED, maxPayload);
  }
}
