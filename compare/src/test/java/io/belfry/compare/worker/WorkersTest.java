package io.belfry.compare.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.compare.result.Account;
import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.role.LocalTroupe;
import io.belfry.compare.run.Laboratory;
import io.belfry.compare.run.Order;
import io.belfry.compare.run.Troupes;
import io.belfry.compare.scenario.Scenarios;
import io.belfry.compare.venue.Cable;
import io.belfry.compare.venue.House;
import io.belfry.compare.venue.Middle;
import io.belfry.compare.venue.Target;
import io.belfry.compare.venue.Venue;
import io.belfry.compare.venue.Wiring;
import io.belfry.tck.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All patterns over ZeroMQ: in one process, and with a process for each part. */
class WorkersTest {

  private static final String ALL = """
      first { pattern = pubsub, subscribers = 2, rate = 200, warm-up = 200ms, duration = 500ms, repeats = 1 }
      second { pattern = reqrep, rate = 200, warm-up = 200ms, duration = 500ms, repeats = 1 }
      third { pattern = pipeline, subscribers = 2, rate = 200, warm-up = 200ms, duration = 500ms, repeats = 1 }
      fourth { fault = late-joiner, rate = 200, warm-up = 0s, duration = 2s, after = 500ms, repeats = 1 }
      """;

  @TempDir
  private Path directory;

  @AfterEach
  void no_process_is_left() {
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void in_one_process() throws IOException {
    requireAll(compare(() -> new LocalTroupe(new ZeroMqWires())));
  }

  @Test
  void with_a_process_for_each() throws IOException {
    Comparison comparison = compare(new Workers(List.of(command("WorkerMain"))));
    requireAll(comparison);
    assertThat(comparison.findings())
        .flatExtracting(Finding::runs)
        .allSatisfy(run -> assertThat(run.figures().get(Metric.HEAP)).isPositive());
  }

  @Test
  void a_worker_that_does_not_start_or_is_none_is_told() throws IOException {
    assertThat(compare(new Workers(List.of(List.of("/nowhere/at-all"))))
            .findings()
            .get(0)
            .problem())
        .contains("The worker '/nowhere/at-all' can't be started");
    assertThat(compare(new Workers(List.of(command("NoSuchMain"))))
            .findings()
            .get(0)
            .problem())
        .contains("has ended; start it by hand to see why.");
  }

  @Test
  void a_clock_that_differs_is_found_out() {
    Clock ours = Clock.compared(() -> new Clock.Told(System.nanoTime(), Clock.machine()));
    assertThat(ours.shift()).isZero();
    Clock other =
        Clock.compared(() -> new Clock.Told(System.nanoTime() + 5_000_000_000L, "another machine"));
    assertThat(other.uncertainty()).isPositive();
    assertThat(other.shift())
        .isBetween(5_000_000_000L - other.uncertainty(), 5_000_000_000L + other.uncertainty());
  }

  @Test
  void what_is_no_answer_is_refused() {
    assertThatThrownBy(() -> Wording.read("hello")).isInstanceOf(IllegalArgumentException.class);
  }

  private static void requireAll(Comparison comparison) {
    assertThat(comparison.findings()).extracting(Finding::problem).containsOnly("");
    assertThat(comparison.findings().subList(0, 3))
        .extracting(Finding::account)
        .containsExactly(
            new Account(140, 0, 280, 280, 0, 0, 0, 0),
            new Account(140, 0, 140, 140, 0, 0, 0, 0),
            new Account(140, 0, 140, 140, 0, 0, 0, 0));
    Finding late = comparison.findings().get(3);
    assertThat(late.account().lost()).isGreaterThan(50);
    assertThat(late.account().received()).isPositive();
    assertThat(late.runs().get(0).marks()).hasSize(1);
    assertThat(late.runs().get(0).timeline()).isNotEmpty();
  }

  private Comparison compare(Troupes troupes) throws IOException {
    Path file = directory.resolve("all.conf");
    Files.writeString(file, ALL);
    Order order = new Order(
        List.of(new ZeroMq()),
        Scenarios.of(List.of(file.toString())),
        OptionalInt.empty(),
        false,
        "belfry compare",
        Map.of());
    try (Laboratory laboratory =
        new Laboratory(order, troupes, new ZeroMqWires(), (done, all, what) -> {})) {
      return laboratory.compare();
    }
  }

  private static List<String> command(String main) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        "io.belfry.compare.worker." + main);
  }

  /** ZeroMQ at free ports. */
  private static final class ZeroMq implements Target, Venue {
    @Override
    public String name() {
      return "zeromq";
    }

    @Override
    public Map<String, String> facts() {
      return Map.of("transport", "zeromq");
    }

    @Override
    public Venue open() {
      return this;
    }

    @Override
    public Wiring wiring() {
      return new Wiring("zeromq", Map.of("endpoint", endpoint()), true);
    }

    private static String endpoint() {
      try {
        return FreePorts.choose(6).stream()
            .map(port -> "tcp://127.0.0.1:" + port)
            .collect(Collectors.joining(","));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Optional<Middle> middle() {
      return Optional.empty();
    }

    @Override
    public Middle mortal() {
      throw new Missing("no");
    }

    @Override
    public Cable cable(Wiring any) {
      throw new Missing("no");
    }

    @Override
    public House house(Wiring any) {
      throw new Missing("no");
    }

    @Override
    public void close() {}
  }
}
