package io.belfry.compare.report;

import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table on the terminal: a block for each scenario. */
public final class TextTable {

  private static final int WIDTH = 120;
  private static final String READING = "Medians of the repeats; p99 within: the interval of the"
      + " median. Accounts are of all repeats together: rep came once more, ord out of order, bad"
      + " corrupt or never sent. A dash is what was not measured.";

  private final int width;
  private final List<String> lines = new ArrayList<>();

  private TextTable(int width) {
    this.width = width;
  }

  /**
   * The table for a usual terminal.
   *
   * @param comparison what is shown
   * @return lines of at most 120 columns
   */
  public static String of(Comparison comparison) {
    return of(comparison, WIDTH);
  }

  /**
   * The table for a terminal of that width. Where there is little room, names are shortened, and
   * then columns are left out, the least dear first.
   *
   * @param comparison what is shown
   * @param width how many columns the terminal has
   * @return lines that are not wider, as far as that is possible
   */
  public static String of(Comparison comparison, int width) {
    TextTable table = new TextTable(width);
    Scene.all(comparison).forEach(table::add);
    table.say("", READING);
    return String.join("\n", table.lines) + "\n";
  }

  private void add(Scene scene) {
    say("", title(scene));
    TextGrid grid = new TextGrid(Columns.narrow(scene));
    for (Map<String, String> point : scene.points()) {
      if (!point.isEmpty()) {
        grid.section(Place.said(point));
      }
      scene.at(point).forEach(grid::row);
    }
    lines.addAll(grid.lines(width));
    problems(scene);
    legend(scene.likeness());
    lines.add("");
  }

  private static String title(Scene scene) {
    String fault = scene.isFault() ? " (fault: " + scene.described().fault() + ")" : "";
    String meaning = scene.described().meaning();
    return scene.name().toUpperCase(Locale.ROOT)
        + fault
        + (meaning.isEmpty() ? "" : " – " + meaning);
  }

  private void problems(Scene scene) {
    for (Finding finding : scene.findings()) {
      if (!finding.problem().isEmpty()) {
        String place = finding.point().isEmpty() ? "" : " (" + Place.said(finding.point()) + ")";
        say("  ! ", finding.contestant() + place + ": " + finding.problem());
      }
    }
  }

  private void legend(Likeness likeness) {
    likeness.legend().forEach((letter, promise) -> say("  " + letter + "  ", promise));
    if (!likeness.isOne()) {
      say("  ", Likeness.SENTENCE);
    }
  }

  private void say(String indent, String text) {
    lines.addAll(Folded.lines(indent, text, width));
  }
}
