package io.belfry.transport.zeromq;

import io.belfry.tck.Waiting;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How much the library's own threads have to do. */
final class IoThreads {

  private static final Duration WINDOW = Duration.ofMillis(300);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private IoThreads() {}

  /** The share of a short while for which the busiest of them has run. */
  static double busiest() {
    Map<Long, Long> before = cpuTimes();
    long since = System.nanoTime();
    Waiting.until("time passed", () -> System.nanoTime() - since >= WINDOW.toNanos());
    long passed = System.nanoTime() - since;
    return cpuTimes().entrySet().stream()
        .mapToLong(now -> now.getValue() - before.getOrDefault(now.getKey(), 0L))
        .mapToDouble(used -> (double) used / passed)
        .max()
        .orElse(0);
  }

  private static Map<Long, Long> cpuTimes() {
    Map<Long, Long> times = new HashMap<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("iothread") || thread.getName().startsWith("reaper")) {
        times.put(thread.getId(), THREADS.getThreadCpuTime(thread.getId()));
      }
    }
    return times;
  }
}
