package io.belfry.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.compare.load.Stall;
import io.belfry.compare.result.Account;
import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Timed;
import io.belfry.compare.role.LocalTroupe;
import io.belfry.compare.scenario.Scenario;
import io.belfry.compare.scenario.Scenarios;
import io.belfry.compare.venue.Target;
import io.belfry.compare.venue.Wires;
import io.belfry.compare.venue.Wiring;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole comparisons of transports whose faults are known. */
class LaboratoryTest {

  private static final String SHORT =
      "mine { rate = 1000, warm-up = 100ms, duration = 400ms," + " repeats = 1, patience = 100ms }";
  private static final int COUNT = 500;
  private static final long MILLI = 1_000_000;

  @TempDir
  private Path directory;

  private final Map<String, Function<Message, List<Message>>> deeds = new HashMap<>();
  private final List<String> order = new ArrayList<>();

  @Test
  void a_good_transport_is_flawless() {
    deeds.put("good", List::of);
    Finding finding = one(SHORT);
    assertThat(finding.problem()).isEmpty();
    assertThat(finding.account()).isEqualTo(new Account(COUNT, 0, COUNT, COUNT, 0, 0, 0, 0));
    assertThat(finding.spread(Metric.THROUGHPUT).median()).isPositive();
    assertThat(finding.curves()).containsKeys(Timed.RESPONSE, Timed.SERVICE, Timed.SCHEDULE);
    assertThat(finding.runs().get(0).figures())
        .containsKeys(Metric.CPU, Metric.ALLOCATED, Metric.HEAP, Metric.BLOCKED, Metric.PENDING);
  }

  @Test
  void what_a_transport_does_to_messages_is_found() {
    AtomicInteger number = new AtomicInteger();
    List<Message> held = new ArrayList<>();
    deeds.put("bad", message -> switch (number.getAndIncrement() % 100) {
      case 10 -> List.of();
      case 20 -> List.of(message, message);
      case 30 -> {
        held.add(message);
        yield List.of();
      }
      case 31 -> List.of(message, held.remove(0));
      case 40 -> List.of(Message.of(Payload.of("something else")));
      default -> List.of(message);
    });
    assertThat(one(SHORT).account())
        .isEqualTo(new Account(COUNT, 0, COUNT, COUNT - 5, 10, 5, 5, 5));
  }

  @Test
  void a_stall_shows_in_all_that_were_due_and_is_put_down_to_the_transport() {
    deeds.put("stalling", stalling(200));
    Finding finding = one(SHORT);
    assertThat(finding.spread(Metric.RESPONSE_P90).median()).isGreaterThan(100e6);
    assertThat(finding.spread(Metric.SERVICE_P50).median()).isLessThan(100e6);
    assertThat(finding.spread(Metric.SCHEDULE_P99).median()).isGreaterThan(100e6);
    assertThat(finding.spread(Metric.BLOCKED).median()).isGreaterThan(0.3);
  }

  @Test
  void a_search_finds_the_limit_of_a_transport() {
    deeds.put("slow", message -> {
      Stall.lasting(2 * MILLI); // So 500 a second is the most, and nearly that is reached.
      return List.of(message);
    });
    Finding finding =
        one("mine { rate = 100, search = true, goal { limit = 50ms }, warm-up = 100ms,"
            + " duration = 400ms, repeats = 1, patience = 100ms }");
    assertThat(finding.spread(Metric.SUSTAINED).median()).isBetween(10.0, 550.0);
    assertThat(finding.runs().get(0).warnings()).anyMatch(said -> said.contains("did not hold"));
  }

  @Test
  void repeats_are_interleaved_and_begin_with_another_each_time() {
    deeds.put("a", List::of);
    deeds.put("b", List::of);
    compare("mine { rate = 100, warm-up = 0s, duration = 50ms, repeats = 3, patience = 50ms }");
    assertThat(order).containsExactly("mine a", "mine b", "mine b", "mine a", "mine a", "mine b");
  }

  @Test
  void what_can_not_be_had_is_told_and_the_rest_is_done() {
    deeds.put("good", List::of);
    Comparison comparison = compare("cut { fault = reconnect, repeats = 2 }\n" + SHORT);
    assertThat(comparison.findings())
        .extracting(Finding::problem)
        .containsExactly("There is no cable to good.", "");
  }

  @Test
  void a_target_that_does_not_open_does_not_end_it() {
    deeds.put("good", List::of);
    deeds.put("lost", null);
    Comparison comparison = compare(SHORT);
    assertThat(comparison.findings())
        .extracting(Finding::problem)
        .containsExactly("", "It is gone.");
    assertThat(comparison.contestants()).hasSize(2);
  }

  @Test
  void times_are_written_as_histogram_logs() throws IOException {
    deeds.put("good", List::of);
    try (Laboratory laboratory = laboratory(SHORT)) {
      laboratory.compare();
      laboratory.writeHistograms(directory.resolve("hdr"));
    }
    assertThat(Files.readAllLines(directory.resolve("hdr/mine.good.hdr")))
        .anyMatch(line -> line.startsWith("Tag=response,0."))
        .anyMatch(line -> line.startsWith("Tag=service,0."));
  }

  private Finding one(String scenario) {
    return compare(scenario).findings().get(0);
  }

  private Comparison compare(String scenario) {
    try (Laboratory laboratory = laboratory(scenario)) {
      return laboratory.compare();
    }
  }

  private Laboratory laboratory(String text) {
    Map<String, Puppet.Strings> all = new HashMap<>();
    deeds.forEach((name, deed) -> {
      if (deed != null) {
        all.put(name, new Puppet.Strings(deed));
      }
    });
    Wires wires = (wiring, side) -> {
      if (!all.containsKey(wiring.transport())) {
        throw new IllegalStateException("It is gone.");
      }
      return all.get(wiring.transport()).puppet();
    };
    List<Target> targets = deeds.keySet().stream()
        .sorted()
        .<Target>map(name -> new Stand(name, new Wiring(name, Map.of(), true)))
        .toList();
    return new Laboratory(
        new Order(targets, scenarios(text), OptionalInt.empty(), false, "belfry compare", Map.of()),
        () -> new LocalTroupe(wires),
        wires,
        (done, count, what) -> order.add(what));
  }

  private List<Scenario> scenarios(String text) {
    try {
      Path file = directory.resolve("mine.conf");
      Files.writeString(file, text);
      return Scenarios.of(List.of(file.toString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every so many messages it stalls for 250 ms. */
  private static Function<Message, List<Message>> stalling(int every) {
    AtomicInteger number = new AtomicInteger();
    return message -> {
      if (number.incrementAndGet() % every == 0) {
        Stall.lasting(250 * MILLI);
      }
      return Stream.of(message).toList();
    };
  }
}
