package io.belfry.torture;

import io.belfry.torture.checking.Figures;
import io.belfry.torture.checking.Verdict;
import io.belfry.torture.checking.Violation;
import io.belfry.torture.stage.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is said in the end. */
final class Report {

  private static final int MOST = 40;
  private static final double MILLIS = 1_000.0;

  private Report() {}

  static String of(Options options, Path directory, Verdict verdict) {
    List<String> lines = new ArrayList<>();
    Figures figures = verdict.figures();
    lines.add("published       " + figures.intended());
    lines.add("acknowledged    " + figures.acknowledged());
    lines.add("outcome unknown " + figures.unknown());
    lines.add("failed attempts " + figures.failures());
    lines.add("delivered       " + figures.delivered());
    lines.add("kills           " + figures.kills());
    lines.add("wire            " + figures.dropped() + " dropped, " + figures.repeated()
        + " repeated, " + figures.delayed() + " delayed at clients that were not killed");
    lines.add(
        "longest outage  " + figures.longestOutage() / MILLIS + " s without any acknowledgement");
    lines.add("violations      " + verdict.violations().size());
    if (!verdict.violations().isEmpty()) {
      verdict.violations().stream().limit(MOST).map(Violation::toString).forEach(lines::add);
      lines.add("The files are in " + directory.toAbsolutePath() + ".");
      lines.add("To do it again: " + options.command());
    }
    return String.join("\n", lines);
  }
}
