package io.belfry.benchmark;

import io.belfry.benchmark.jms.RawJms;
import io.belfry.benchmark.mqtt.RawMqtt;
import io.belfry.benchmark.program.FreePorts;
import io.belfry.benchmark.program.UsageException;
import io.belfry.benchmark.spi.BelfryTransport;
import io.belfry.benchmark.wire.Access;
import io.belfry.benchmark.wire.Contestant;
import io.belfry.benchmark.zeromq.RawZeroMq;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who takes part: for each transport the library underneath it, and how the transport is reached.
 */
final class Contestants {

  private static final int ZEROMQ_PORTS = 6;

  /** The baseline once more. What its ratio differs from one is due to the machine. */
  private static final String CONTROL = "raw-again";

  private Contestants() {}

  /** The names of all: the baseline, who is held against it, and the control. */
  static List<String> names(String transport) {
    return Stream.concat(usual(transport).stream(), Stream.of(CONTROL)).toList();
  }

  /** Those who take part unless others are wanted. */
  static List<String> usual(String transport) {
    return transport.equals("jms")
        ? List.of("raw", "belfry", "packed", "raw-blocking")
        : List.of("raw", "belfry", "packed");
  }

  /**
   * Refuses what can't be measured, before anything is started.
   *
   * @throws UsageException with one sentence
   */
  static void requireSense(Options options) {
    wanted(options).forEach(name -> requireThere(name, options));
  }

  private static void requireThere(String name, Options options) {
    boolean isKnown = options.transport().equals("zeromq") || OverBroker.isFor(options.transport());
    if (isBelfry(name)) {
      belfry(options, Optional.empty());
    } else if (!isKnown) {
      throw new UsageException("There is no raw client to compare '" + options.transport()
          + "' with; use --only belfry.");
    }
  }

  /** All that are wanted, in the order of their names. */
  static List<Contestant> of(Options options, Optional<Access> access) {
    return wanted(options).stream()
        .map(name -> contestant(name, options, access))
        .toList();
  }

  private static List<String> wanted(Options options) {
    return names(options.transport()).stream().filter(options.only()::contains).toList();
  }

  private static Contestant contestant(String name, Options options, Optional<Access> access) {
    if (isBelfry(name)) {
      return belfry(name, options, access);
    }
    Contestant raw = raw(name, options, access);
    return name.equals(CONTROL) ? new Renamed(name, raw) : raw;
  }

  private static boolean isBelfry(String name) {
    return name.equals("belfry") || name.equals("packed");
  }

  private static Contestant belfry(String name, Options options, Optional<Access> access) {
    BelfryTransport transport = belfry(options, access);
    return name.equals("packed") ? transport.packed() : transport;
  }

  private static Contestant raw(String name, Options options, Optional<Access> access) {
    OverBroker over = options.overBroker();
    return switch (options.transport()) {
      case "mqtt" -> new RawMqtt(access.orElseThrow(), over.qos());
      case "jms" ->
        name.equals("raw-blocking")
            ? RawJms.blocking(access.orElseThrow(), over.isPersistent())
            : RawJms.pipelined(access.orElseThrow(), over.isPersistent());
      default -> new RawZeroMq();
    };
  }

  private static BelfryTransport belfry(Options options, Optional<Access> access) {
    try {
      return BelfryTransport.named(options.transport(), () -> settings(options, access));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** What was set, without secrets. */
  static Map<String, String> shownSettings(Options options) {
    return BelfryTransport.shown(options.transport(), options.settings());
  }

  /** Fresh ports each time: those of the round before may not be free yet. */
  private static Map<String, String> settings(Options options, Optional<Access> access) {
    Map<String, String> settings = new HashMap<>();
    access.ifPresent(broker -> settings.put("url", broker.url()));
    switch (options.transport()) {
      case "zeromq" -> settings.put("endpoint", "tcp://127.0.0.1:" + FreePorts.find(ZEROMQ_PORTS));
      case "mqtt" -> settings.put("qos", Integer.toString(options.overBroker().qos()));
      case "jms" ->
        settings.put("persistent", Boolean.toString(options.overBroker().isPersistent()));
      default -> {
        // Whatever it needs is given by --set.
      }
    }
    settings.putAll(options.settings());
    return settings;
  }
}
