package io.belfry.benchmark.spi;

import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.Contestant;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Version;
import io.belfry.settings.Settings;
import io.belfry.transport.TransportProvider;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** A transport of Belfry. */
public final class BelfryTransport implements Contestant {

  private final TransportProvider provider;
  private final Supplier<Map<String, String>> settings;

  private BelfryTransport(TransportProvider provider, Supplier<Map<String, String>> settings) {
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
    List<TransportProvider> installed = ServiceLoader.load(TransportProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
    return installed.stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .map(provider -> new BelfryTransport(provider, settings))
        .orElseThrow(() ->
            new IllegalArgumentException("No transport named '" + name + "' is installed; there is "
                + installed.stream().map(TransportProvider::name).toList() + "."));
  }

  @Override
  public String name() {
    return "belfry";
  }

  @Override
  public String version() {
    return "Belfry " + Version.of("io.belfry", "belfry-benchmark") + " " + provider.name();
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
