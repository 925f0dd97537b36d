package io.belfry.compare.role;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** Reads what this process spends. */
final class Meter {

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Map<Long, Long> allocated = allocated();
  private final long cpu = system.getProcessCpuTime();

  /** What was spent since this meter was made. */
  Cost read() {
    long spent = system.getProcessCpuTime() - cpu;
    long bytes = allocated().entrySet().stream()
        .mapToLong(thread -> thread.getValue() - allocated.getOrDefault(thread.getKey(), 0L))
        .sum();
    return new Cost(spent, bytes, heap());
  }

  private Map<Long, Long> allocated() {
    long[] ids = threads.getAllThreadIds();
    long[] bytes = threads.getThreadAllocatedBytes(ids);
    Map<Long, Long> all = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      all.put(ids[i], Math.max(0, bytes[i]));
    }
    return all;
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
