package io.belfry.benchmark.program;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** On what the figures were measured: others may get others. */
public final class Machine {

  private static final long MIB = 1L << 20;

  private Machine() {}

  /** What is known of it; the caller may add to that. */
  public static Map<String, Object> facts() {
    Runtime runtime = Runtime.getRuntime();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("jvm", property("java.vm.name") + " " + property("java.vm.version"));
    facts.put("os", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
    facts.put("cores", runtime.availableProcessors());
    facts.put("heapMiB", runtime.maxMemory() / MIB);
    return facts;
  }

  /** All facts in one line. */
  public static String line(Map<String, Object> facts) {
    return facts.entrySet().stream()
        .map(fact -> fact.getKey() + " " + fact.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String property(String name) {
    return System.getProperty(name, "?");
  }
}
