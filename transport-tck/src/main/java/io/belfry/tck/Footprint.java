package io.belfry.tck;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The threads and sockets of this process at one time.
 *
 * @param threads the threads that may be a transport's
 * @param sockets how many sockets were open
 * @param foreign which threads are not a transport's
 */
record Footprint(Set<Thread> threads, long sockets, Predicate<Thread> foreign) {

  /** Made by the JDK or the test framework when they please, and kept. */
  private static final Pattern NOT_OURS = Pattern.compile(
      "CompletableFutureDelayScheduler|Common-Cleaner|ForkJoinPool.*|Attach Listener"
          + "|process reaper.*|Reference Handler|Finalizer|Signal Dispatcher|awaitility.*"
          + "|junit.*|surefire.*|tck-.*|Cleaner-\\d+|.*-unparker");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  static Footprint now(Predicate<Thread> foreign) {
    return new Footprint(threadsNow(foreign), socketsNow(), foreign);
  }

  /** Waits until nothing is left of what was not there at the time of this footprint. */
  void awaitNothingMore(Patience patience) {
    patience.untilAsserted(() -> assertThat(more()).as("threads left").isEmpty());
    patience.untilAsserted(
        () -> assertThat(socketsNow()).as("sockets").isLessThanOrEqualTo(sockets));
  }

  /** Makes threads that no footprint shows. */
  static ThreadFactory testThreads(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Of which kind there are more threads than there were. Threads are counted, not compared: what
   * was open before may have put another thread in the place of one, which is its right.
   */
  private Set<String> more() {
    Map<String, Long> before = byKind(threads);
    Map<String, Long> now = byKind(threadsNow(foreign));
    now.entrySet().removeIf(kind -> kind.getValue() <= before.getOrDefault(kind.getKey(), 0L));
    return now.keySet();
  }

  private static Map<String, Long> byKind(Set<Thread> threads) {
    return threads.stream()
        .collect(groupingBy(
            thread -> NUMBER.matcher(thread.getName()).replaceAll("#"), TreeMap::new, counting()));
  }

  private static Set<Thread> threadsNow(Predicate<Thread> foreign) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(foreign.negate())
        .filter(thread -> !NOT_OURS.matcher(thread.getName()).matches())
        .collect(Collectors.toSet());
  }

  private static long socketsNow() {
    if (Files.isDirectory(OPEN_FILES)) {
      try (Stream<Path> files = Files.list(OPEN_FILES)) {
        return files.filter(Footprint::isSocket).count();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    // Files are counted with the sockets here; tests open none meanwhile.
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  private static boolean isSocket(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("socket:");
    } catch (IOException e) {
      return false; // Closed since it was listed.
    }
  }
}
