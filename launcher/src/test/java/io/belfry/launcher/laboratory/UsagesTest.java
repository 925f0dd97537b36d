package io.belfry.launcher.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.compare.venue.Usage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What processes have used. */
class UsagesTest {

  @Test
  void linux_tells_it_in_files(@TempDir Path files) throws Exception {
    Files.writeString(
        files.resolve("stat"),
        "42 (a ) name) S 1 42 42 0 -1 4194560 100 0 0 0 250 50 7 8 20 0 3 0 100 900 225");
    Files.writeString(
        files.resolve("status"), "Name:\ta ) name\nVmRSS:\t   2048 kB\nThreads:\t3\n");
    assertThat(Usages.of(files)).contains(new Usage(3_000_000_000L, 2_097_152));
  }

  @Test
  void what_has_ended_uses_nothing_that_can_be_told(@TempDir Path files) {
    assertThat(Usages.of(files)).isEmpty();
    assertThat(Usages.of(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void both_ways_tell_of_this_process() {
    long sum =
        LongStream.range(0, 400_000_000).filter(number -> number % 3 == 0).count();
    assertThat(sum).isPositive();
    ProcessHandle current = ProcessHandle.current();
    assertThat(Usages.of(current.pid())).isPresent().get().satisfies(UsagesTest::isSome);
    assertThat(Usages.portable(current)).isPresent().get().satisfies(UsagesTest::isSome);
  }

  private static void isSome(Usage usage) {
    assertThat(usage.cpuNanos()).isPositive();
    assertThat(usage.residentBytes()).isGreaterThan(1_000_000);
  }
}
