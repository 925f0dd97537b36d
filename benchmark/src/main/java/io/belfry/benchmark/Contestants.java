package io.belfry.benchmark;

import io.belfry.benchmark.spi.BelfryTransport;
import io.belfry.benchmark.wire.Contestant;
import io.belfry.benchmark.zeromq.RawZeroMq;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who takes part: for each transport the library underneath it, and how the transport is reached.
 */
final class Contestants {

  private static final int ZEROMQ_PORTS = 6;

  private Contestants() {}

  /** The library by itself, then the transport; or one of them, if only that is wanted. */
  static List<Contestant> of(Options options) {
    return Stream.of("raw", "belfry")
        .filter(name -> options.only().map(name::equals).orElse(true))
        .map(name -> name.equals("raw") ? raw(options.transport()) : belfry(options))
        .toList();
  }

  private static Contestant raw(String transport) {
    return switch (transport) {
      case "zeromq" -> new RawZeroMq();
      default ->
        throw new UsageException(
            "There is no raw client to compare '" + transport + "' with; use --only belfry.");
    };
  }

  private static Contestant belfry(Options options) {
    try {
      return BelfryTransport.named(options.transport(), () -> settings(options));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** Fresh ports each time: those of the round before may not be free yet. */
  private static Map<String, String> settings(Options options) {
    Map<String, String> settings = new HashMap<>();
    if (options.transport().equals("zeromq")) {
      settings.put("endpoint", "tcp://127.0.0.1:" + FreePorts.find(ZEROMQ_PORTS));
    }
    settings.putAll(options.settings());
    return settings;
  }
}
