package io.belfry.compare.run;

import com.sun.management.OperatingSystemMXBean;
import io.belfry.compare.result.Comparison;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine and the programs that figures come from. */
final class Fingerprint {

  private static final long MEBI = 1L << 20;

  private Fingerprint() {}

  static Map<String, String> taken() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Map<String, String> prints = new LinkedHashMap<>();
    prints.put("processors", system.getAvailableProcessors() + processor());
    prints.put("memory", system.getTotalMemorySize() / MEBI + " MiB");
    prints.put(
        "system", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
    prints.put(Comparison.LOAD, String.format(Locale.ROOT, "%.2f", system.getSystemLoadAverage()));
    prints.put("java", property("java.vm.name") + " " + property("java.vm.version"));
    prints.put("heap at most", Runtime.getRuntime().maxMemory() / MEBI + " MiB");
    prints.put("belfry", version());
    return prints;
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private static String version() {
    return Optional.ofNullable(Fingerprint.class.getPackage().getImplementationVersion())
        .orElse("not packaged");
  }

  /** Only Linux tells it in a file; elsewhere the number has to do. */
  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> " x " + line.substring(line.indexOf(':') + 1).strip())
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
