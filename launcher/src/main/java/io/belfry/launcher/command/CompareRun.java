package io.belfry.launcher.command;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.compare.report.ComparisonJson;
import io.belfry.compare.report.Difference;
import io.belfry.compare.report.Page;
import io.belfry.compare.report.TextTable;
import io.belfry.compare.report.UnreadableException;
import io.belfry.compare.result.Comparison;
import io.belfry.compare.run.Laboratory;
import io.belfry.compare.run.Order;
import io.belfry.settings.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Does a comparison, tells of it, and writes what came of it. */
final class CompareRun {

  private static final String FIGURES = "comparison.json";
  private static final String REPORT = "report.html";
  private static final String HISTOGRAMS = "hdr";

  /** Wipes what is left in the line. */
  private static final String NEW_LINE = "\r\u001b[K";

  private final PrintWriter shown;
  private final PrintWriter progress;

  CompareRun(PrintWriter shown, PrintWriter progress) {
    this.shown = shown;
    this.progress = progress;
  }

  /** Returns whether all was measured. */
  boolean run(Order order, CompareParts parts, Path out, Optional<Path> json) throws IOException {
    requireRoom(out); // Before it is measured for an hour, and can't be written.
    try (Laboratory laboratory =
        new Laboratory(order, parts.troupes(), parts.wires(), this::tellProgress)) {
      Comparison comparison = laboratory.compare();
      tell("");
      laboratory.writeHistograms(out.resolve(HISTOGRAMS));
      report(comparison, out, json);
      return comparison.findings().stream()
          .allMatch(finding -> finding.problem().isEmpty());
    }
  }

  private static void requireRoom(Path out) {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new SettingsException(
          "The directory " + out + " can't be made; name one with --out where you may write.");
    }
    if (!Files.isWritable(out)) {
      throw new SettingsException(
          "The directory " + out + " can't be written; name another one with --out.");
    }
  }

  /** Writes what is to be kept, and shows what is to be seen at once. */
  void report(Comparison comparison, Path out, Optional<Path> json) throws IOException {
    ComparisonJson.write(comparison, out.resolve(FIGURES));
    Page.write(comparison, out.resolve(REPORT));
    if (json.isPresent()) {
      ComparisonJson.write(comparison, json.get());
    }
    shown.println(TextTable.of(comparison));
    shown.println("The report is " + out.resolve(REPORT) + ".");
    shown.flush();
  }

  /** Shows what has changed from one comparison to another. */
  void tellDifference(Path before, Path after, Optional<Path> json) throws IOException {
    Difference difference = Difference.between(read(before), read(after));
    difference.lines().forEach(shown::println);
    shown.flush();
    if (json.isPresent()) {
      Files.writeString(json.get(), JSON.std.asString(difference.toMap()) + "\n");
    }
  }

  private static Comparison read(Path file) {
    try {
      return ComparisonJson.read(file);
    } catch (UnreadableException e) { // It is not what was meant.
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
  }

  private void tellProgress(int done, int all, String what) {
    tell("[" + (done + 1) + "/" + all + "] " + what);
  }

  /** On a terminal alone: in a file, nobody watches. */
  private void tell(String line) {
    if (Terminal.isThere()) {
      progress.print(NEW_LINE + line);
      progress.flush();
    }
  }
}
