package io.belfry.benchmark;

import io.belfry.benchmark.wire.Contestant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** On what the figures were measured: others may get others. */
final class Fingerprint {

  private static final long MIB = 1L << 20;

  private Fingerprint() {}

  static Map<String, Object> of(Arena arena) {
    Runtime runtime = Runtime.getRuntime();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("jvm", property("java.vm.name") + " " + property("java.vm.version"));
    facts.put("os", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
    facts.put("cores", runtime.availableProcessors());
    facts.put("heapMiB", runtime.maxMemory() / MIB);
    facts.put(
        "contestants", arena.contestants().stream().map(Contestant::version).toList());
    arena.broker().ifPresent(broker -> facts.put("broker", broker));
    return facts;
  }

  static String line(Map<String, Object> facts) {
    return facts.entrySet().stream()
        .map(fact -> fact.getKey() + " " + fact.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String property(String name) {
    return System.getProperty(name, "?");
  }
}
