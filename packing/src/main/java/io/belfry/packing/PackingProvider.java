package io.belfry.packing;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.transport.Capabilities;
import io.belfry.transport.KeyGenerator;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A transport of any kind, with packing among its settings. It reads packs whether it makes some or
 * not.
 */
public final class PackingProvider implements TransportProvider {

  private static final int MOST_COUNT = 10_000;

  private static final SettingKey<Packing> PACKING = SettingKey.choice(
      "packing",
      Packing.OFF,
      "Whether messages that gather while others are on their way travel together. Only programs of"
          + " Belfry can read them then.");
  private static final SettingKey<Integer> BYTES =
      SettingKey.size("packing-bytes", PackLimits.USUAL_SIZE, "The largest pack.");
  private static final SettingKey<Integer> COUNT = SettingKey.number(
      "packing-count", 2, MOST_COUNT, PackLimits.USUAL_COUNT, "The most messages in a pack.");
  private static final SettingKey<Integer> PORTION = SettingKey.number(
      "packing-portion",
      1,
      MOST_COUNT,
      PackLimits.USUAL_PORTION,
      "The most pieces of work in a pack; so many come to one worker at once.");

  private final TransportProvider wire;

  private PackingProvider(TransportProvider wire) {
    this.wire = wire;
  }

  /**
   * Adds packing to a kind of transport, unless that has such a setting of its own.
   *
   * @param wire what carries plain messages and packs
   * @return a provider of the same name
   */
  public static TransportProvider over(TransportProvider wire) {
    boolean hasItsOwn =
        wire.settings().stream().anyMatch(key -> key.name().startsWith(PACKING.name()));
    return hasItsOwn ? wire : new PackingProvider(wire);
  }

  /**
   * What is underneath.
   *
   * @param provider of any kind
   * @return what it adds packing to, or else itself
   */
  public static TransportProvider under(TransportProvider provider) {
    return provider instanceof PackingProvider packing ? packing.wire : provider;
  }

  @Override
  public String name() {
    return wire.name();
  }

  @Override
  public List<SettingKey<?>> settings() {
    List<SettingKey<?>> all = new ArrayList<>(wire.settings());
    all.addAll(List.of(PACKING, BYTES, COUNT, PORTION));
    return all;
  }

  @Override
  public Capabilities capabilities() {
    return wire.capabilities();
  }

  @Override
  public Transport open(Settings settings, Side side) {
    Transport plain = wire.open(settings, side);
    return settings.get(PACKING) == Packing.ON
        ? PackingTransport.packing(plain, limits(settings))
        : PackingTransport.reading(plain);
  }

  private static PackLimits limits(Settings settings) {
    return new PackLimits(settings.get(BYTES), settings.get(COUNT), settings.get(PORTION));
  }

  @Override
  public boolean isConfined(Settings settings) {
    return wire.isConfined(settings);
  }

  @Override
  public Optional<KeyGenerator> keyGenerator() {
    return wire.keyGenerator();
  }

  /** Whether messages are packed. */
  private enum Packing {
    OFF,
    ON
  }
}
