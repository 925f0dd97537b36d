package io.belfry.compare.report;

import io.belfry.compare.report.HtmlTable.Cell;
import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Contestant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Who was compared: what each promises, side by side, and what it is. */
final class ContestantSection {

  private final List<Contestant> contestants;

  ContestantSection(Comparison comparison) {
    this.contestants = comparison.contestants();
  }

  void draw(Html html) {
    html.open("section", "id", "contestants", "aria-labelledby", "contestants-title");
    html.element("h2", "Who was compared", "id", "contestants-title");
    html.element(
        "p",
        "Figures can be compared where the promises are the same. Where they are not, the row is"
            + " marked with ≠: a transport that promises less has less to do.");
    table(html, "What each promises", Contestant::guarantees, true);
    table(html, "What each is", Contestant::facts, false);
    html.close().line();
  }

  private void table(
      Html html, String caption, Function<Contestant, Map<String, String>> part, boolean isMarked) {
    Set<String> keys = new LinkedHashSet<>();
    contestants.forEach(each -> keys.addAll(part.apply(each).keySet()));
    if (keys.isEmpty()) {
      return;
    }
    List<String> headings = new ArrayList<>(List.of(""));
    contestants.forEach(each -> headings.add(each.name()));
    HtmlTable table = HtmlTable.open(html, caption, "words").head(headings);
    keys.forEach(key -> row(table, key, part, isMarked));
    table.close();
  }

  private void row(
      HtmlTable table,
      String key,
      Function<Contestant, Map<String, String>> part,
      boolean isMarked) {
    List<String> values = contestants.stream()
        .map(each -> part.apply(each).getOrDefault(key, Units.MISSING))
        .toList();
    boolean isUnlike = isMarked && values.stream().distinct().count() > 1;
    table.row(
        isUnlike ? key + " ≠" : key,
        values.stream().map(value -> Cell.of(value, isUnlike ? "unlike" : "")).toList());
  }
}
