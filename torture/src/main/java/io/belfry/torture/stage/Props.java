package io.belfry.torture.stage;

import io.belfry.tck.FreePorts;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.TestBrokers;
import io.belfry.torture.cast.Instructions;
import io.belfry.torture.cast.PropProcess;
import io.belfry.torture.cast.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the servers stand on: a broker and a database, where they need them. */
final class Props implements AutoCloseable {

  static final String BROKER = "broker";

  private static final int ZEROMQ_PORTS = 6;

  private final Options options;
  private final Path directory;
  private final List<Prop> all = new ArrayList<>();
  private Optional<Prop> broker = Optional.empty();
  private Optional<Prop> database = Optional.empty();

  private Props(Options options, Path directory) {
    this.options = options;
    this.directory = directory;
  }

  static Props start(Options options, Path directory) throws IOException, InterruptedException {
    Props props = new Props(options, directory);
    try {
      props.start();
      return props;
    } catch (IOException | InterruptedException | RuntimeException e) {
      props.close();
      throw e;
    }
  }

  private void start() throws IOException, InterruptedException {
    if (options.store().equals(Options.POSTGRES)) {
      database = Optional.of(add(Options.POSTGRES, PropProcess.POSTGRES));
    }
    if (!options.transport().equals(Options.ZEROMQ)) {
      broker = Optional.of(add(BROKER, kind(options).name()));
    }
  }

  private Prop add(String name, String kind) throws IOException, InterruptedException {
    Instructions instructions =
        new Instructions().with("kind", kind).with("protocol", options.transport());
    Prop prop = Prop.start(name, instructions, directory.resolve("logs"));
    all.add(prop);
    return prop;
  }

  /** The embedded one speaks all, and is there always; but for MQTT others have it otherwise. */
  private static Kind kind(Options options) {
    return options
        .broker()
        .orElseGet(() -> options.transport().equals("mqtt")
                && TestBrokers.available(Protocol.MQTT).contains(Kind.MOSQUITTO)
            ? Kind.MOSQUITTO
            : Kind.EMBEDDED);
  }

  /** How the processes reach each other. */
  Wiring wiring() throws IOException {
    if (broker.isPresent()) {
      return new Wiring(
          options.transport(), Map.of("url", broker.get().url(), "wait-for-broker", "30s"));
    }
    String endpoints = FreePorts.choose(ZEROMQ_PORTS).stream()
        .map(port -> "tcp://127.0.0.1:" + port)
        .collect(Collectors.joining(","));
    return new Wiring(options.transport(), Map.of("endpoint", endpoints));
  }

  /** Where the log is kept. */
  String store() {
    return database
        .map(Prop::url)
        .orElseGet(() ->
            "jdbc:" + options.store().toLowerCase(Locale.ROOT) + ":" + directory.resolve("log.db"));
  }

  List<Prop> all() {
    return Collections.unmodifiableList(all);
  }

  @Override
  public void close() {
    all.forEach(Prop::close);
  }
}
