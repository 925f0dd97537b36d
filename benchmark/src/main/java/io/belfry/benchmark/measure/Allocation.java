package io.belfry.benchmark.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** What the threads of this process have allocated, also those that have ended by now. */
final class Allocation {

  private static final long GLANCE_NANOS = 20_000_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Map<Long, Long> byThread = new HashMap<>();

  /** Pauses, and looks at the threads meanwhile: what one allocates after the last look is lost. */
  void watch(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      Pace.pause(Math.min(left, GLANCE_NANOS));
      look();
    }
  }

  /** The bytes of all threads. */
  long byAll() {
    look();
    return byThread.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The bytes of one thread. */
  long by(Thread thread) {
    return threads.getThreadAllocatedBytes(thread.getId());
  }

  private void look() {
    long[] ids = threads.getAllThreadIds();
    long[] bytes = threads.getThreadAllocatedBytes(ids);
    for (int i = 0; i < ids.length; i++) {
      byThread.merge(ids[i], bytes[i], Math::max);
    }
  }
}
