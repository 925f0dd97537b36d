package io.belfry.benchmark.spi;

import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.Contestant;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Version;
import io.belfry.packing.PackingProvider;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.transport.TransportProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A transport of Belfry. */
public final class BelfryTransport implements Contestant {

  private final TransportProvider provider;
  private final Supplier<Map<String, String>> settings;

  private final String name;

  private BelfryTransport(
      String name, TransportProvider provider, Supplier<Map<String, String>> settings) {
    this.name = name;
    this.provider = provider;
    this.settings = settings;
  }

  /**
   * Finds an installed transport.
   *
   * @param name its name
   * @param settings its settings, asked for anew whenever a set of connections is opened
   * @throws IllegalArgumentException with one sentence, if there is none of that name
   */
  public static BelfryTransport named(String name, Supplier<Map<String, String>> settings) {
    return provider(name)
        .map(provider -> new BelfryTransport("belfry", provider, settings))
        .orElseThrow(() ->
            new IllegalArgumentException("No transport named '" + name + "' is installed; there is "
                + installed().map(TransportProvider::name).toList() + "."));
  }

  /** The same transport, with packing. */
  public BelfryTransport packed() {
    return new BelfryTransport("packed", PackingProvider.over(provider), () -> {
      Map<String, String> all = new HashMap<>(settings.get());
      all.put("packing", "on");
      return all;
    });
  }

  /**
   * Settings as they may be shown: what is secret, or unknown to the transport, is masked.
   *
   * @param name of the transport
   * @param settings as they were given
   */
  public static Map<String, String> shown(String name, Map<String, String> settings) {
    Set<String> open = provider(name).stream()
        .flatMap(provider -> provider.settings().stream())
        .filter(key -> !key.isSecret())
        .map(SettingKey::name)
        .collect(Collectors.toSet());
    Map<String, String> shown = new TreeMap<>(settings);
    shown.replaceAll((key, value) -> open.contains(key) ? value : "***");
    return shown;
  }

  private static Optional<TransportProvider> provider(String name) {
    return installed().filter(provider -> provider.name().equals(name)).findFirst();
  }

  private static Stream<TransportProvider> installed() {
    return ServiceLoader.load(TransportProvider.class).stream().map(ServiceLoader.Provider::get);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return "Belfry " + Version.of("io.belfry", "belfry-benchmark") + " " + provider.name()
        + (name.equals("packed") ? ", packing" : "");
  }

  @Override
  public OneWay publish(int subscribers, Receiver receiver) {
    Field field = open(subscribers);
    return field.orClose(() -> Publishing.start(field, receiver));
  }

  @Override
  public OneWay push(int workers, Receiver receiver) {
    Field field = open(workers);
    return field.orClose(() -> Pushing.start(field, receiver));
  }

  @Override
  public Asker ask() {
    Field field = open(1);
    return field.orClose(() -> Asking.start(field));
  }

  private Field open(int spokes) {
    return Field.open(
        provider, Settings.of(provider.name(), provider.settings(), settings.get()), spokes);
  }
}
