package io.belfry.benchmark.service;

import io.belfry.benchmark.broker.BrokerProcess;
import io.belfry.benchmark.program.FreePorts;
import io.belfry.benchmark.program.UsageException;
import io.belfry.settings.Settings;
import io.belfry.transport.TransportProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The ways that are compared, and the broker that one of them may need.
 *
 * @param all the ways, the one within the process first
 * @param broker what was started for them
 */
record Ways(List<Way> all, Optional<BrokerProcess> broker) implements AutoCloseable {

  /** The value of the option for no transport at all. */
  static final String NONE = "none";

  static final List<String> KNOWN = List.of(NONE, "zeromq", "mqtt", "jms");

  private static final int ZEROMQ_PORTS = 6;

  static Ways open(String transport) {
    Optional<BrokerProcess> broker = transport.equals("mqtt") || transport.equals("jms")
        ? Optional.of(BrokerProcess.start(false))
        : Optional.empty();
    List<Way> all = new ArrayList<>(List.of(Way.IN_PROCESS));
    if (!transport.equals(NONE)) {
      all.add(Way.over(transport, () -> line(provider(transport), broker)));
    }
    return new Ways(List.copyOf(all), broker);
  }

  private static TransportProvider provider(String name) {
    return ServiceLoader.load(TransportProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UsageException("The transport '" + name + "' is not installed."));
  }

  /** ZeroMQ gets fresh ports each time: those of the round before may not be free yet. */
  private static Line line(TransportProvider provider, Optional<BrokerProcess> broker) {
    Map<String, String> settings = broker
        .map(process ->
            Map.of("url", provider.name().equals("mqtt") ? process.mqttUrl() : process.jmsUrl()))
        .orElseGet(() -> Map.of("endpoint", "tcp://127.0.0.1:" + FreePorts.find(ZEROMQ_PORTS)));
    return new Line(provider, Settings.of(provider.name(), provider.settings(), settings));
  }

  @Override
  public void close() {
    broker.ifPresent(BrokerProcess::close);
  }
}
