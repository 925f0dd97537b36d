package io.belfry.compare.worker;

import static io.belfry.compare.worker.Wording.number;
import static io.belfry.compare.worker.Wording.object;
import static io.belfry.compare.worker.Wording.text;

import io.belfry.compare.role.Cost;
import io.belfry.compare.role.LocalTroupe;
import io.belfry.compare.role.Progress;
import io.belfry.compare.role.Report;
import io.belfry.compare.venue.Wires;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A process in which some take part. It does what is asked of it, and ends with its input. */
public final class Worker {

  private final LocalTroupe troupe;

  private Worker(Wires wires) {
    this.troupe = new LocalTroupe(wires);
  }

  /**
   * Serves until there is no more input.
   *
   * @param wires opens connections
   * @param input what is asked
   * @param output what is answered; nobody else may write there
   * @throws IOException if that can't be read
   */
  public static void serve(Wires wires, InputStream input, OutputStream output) throws IOException {
    Worker worker = new Worker(wires);
    try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        PrintStream answers = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answers.println(Wording.write(worker.answer(Wording.read(line))));
      }
    } finally {
      worker.troupe.close();
    }
  }

  private Map<String, ?> answer(Map<String, Object> asked) {
    try {
      return switch (text(asked, Wording.DO)) {
        case Wording.CLOCK -> Map.of("now", System.nanoTime(), "machine", Clock.machine());
        case Wording.PREPARE -> {
          troupe.prepare(List.of(PartCodec.read(object(asked.get("part")))));
          yield Map.of();
        }
        case Wording.BEGIN -> {
          troupe.begin(number(asked, "at"));
          yield Map.of();
        }
        case Wording.PROGRESS -> progress();
        case Wording.FINISH -> finish(number(asked, "patience"));
        default -> Map.of(Wording.FAILED, "This worker is of another version; use the same one.");
      };
    } catch (RuntimeException e) {
      return Map.of(Wording.FAILED, String.valueOf(rootOf(e).getMessage()));
    }
  }

  private Map<String, ?> progress() {
    Progress progress = troupe.progress();
    return Map.of("sent", progress.sent(), "heard", progress.heard(), "isDone", progress.isDone());
  }

  private Map<String, ?> finish(long patience) {
    List<Report> reports = troupe.finish(patience);
    Cost cost = troupe.cost();
    return Map.of(
        "reports", reports.stream().map(ReportCodec::write).toList(),
        "cpu", cost.cpuNanos(),
        "allocated", cost.allocated(),
        "heap", cost.heap());
  }

  private static Throwable rootOf(Throwable failure) {
    return failure.getCause() == null ? failure : rootOf(failure.getCause());
  }
}
