package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What processes have used, as the operating system tells. */
final class Usages {

  private static final Path PROC = Path.of("/proc");

  /** Linux tells times in these, on every machine. */
  private static final long NANOS_OF_TICK = 10_000_000;

  /** The fields of stat that come after the name, which may itself have blanks in it. */
  private static final int USER_TIME = 11;

  private static final int SYSTEM_TIME = 12;
  private static final String RESIDENT = "VmRSS:";
  private static final long KIBIBYTE = 1024;

  private Usages() {}

  static Optional<Usage> of(long process) {
    return of(PROC.resolve(Long.toString(process)))
        .or(() -> ProcessHandle.of(process).flatMap(Usages::portable));
  }

  /** From the files of Linux. */
  static Optional<Usage> of(Path files) {
    try {
      String stat = Files.readString(files.resolve("stat"), StandardCharsets.ISO_8859_1);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
      OptionalLong resident = resident(files.resolve("status"));
      return resident.isPresent()
          ? Optional.of(new Usage(ticks * NANOS_OF_TICK, resident.getAsLong()))
          : Optional.empty(); // It has ended, and waits to be noticed.
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static OptionalLong resident(Path status) throws IOException {
    try (Stream<String> lines = Files.lines(status, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(Usages::number)
          .map(kibibytes -> kibibytes * KIBIBYTE)
          .findFirst();
    }
  }

  /** On other systems: Java knows the time, and the program ps the memory. */
  static Optional<Usage> portable(ProcessHandle process) {
    Optional<Duration> time = process.info().totalCpuDuration();
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid()))
          .redirectErrorStream(true)
          .start();
      String told = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return time.map(known -> new Usage(known.toNanos(), number(told) * KIBIBYTE));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static long number(String text) {
    return Long.parseLong(text.replaceAll("\\D", ""));
  }
}
