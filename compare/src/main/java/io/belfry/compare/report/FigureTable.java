package io.belfry.compare.report;

import io.belfry.compare.report.HtmlTable.Cell;
import io.belfry.compare.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The findings of a scenario, with their figures side by side. */
final class FigureTable {

  /** Where anything but nothing is a flaw. */
  private static final Set<String> FLAWS =
      Set.of("lost", "repeated", "reordered", "corrupt", "mails lost");

  private final Scene scene;
  private final List<Column> columns;

  FigureTable(Scene scene, List<Column> columns) {
    this.scene = scene;
    this.columns = columns;
  }

  void draw(Html html, String caption) {
    HtmlTable table = HtmlTable.open(html, caption, "figures");
    List<String> headings = new ArrayList<>(List.of("contestant"));
    List<String> meanings = new ArrayList<>(List.of(""));
    columns.forEach(column -> headings.add(column.heading()));
    columns.forEach(column -> meanings.add(column.meaning()));
    table.head(headings, meanings);
    for (Map<String, String> point : scene.points()) {
      if (!point.isEmpty()) {
        table.section(Place.said(point));
      }
      scene.at(point).forEach(finding -> table.row(finding.contestant(), cells(finding)));
    }
    table.close();
  }

  private List<Cell> cells(Finding finding) {
    return columns.stream()
        .map(column -> cell(column, column.cell().apply(finding), column.aside().apply(finding)))
        .toList();
  }

  private static Cell cell(Column column, String text, String aside) {
    boolean isFlaw =
        FLAWS.contains(column.heading()) && !text.equals("0") && !text.equals(Units.MISSING);
    boolean isLetter = column.heading().equals(Column.LETTERS);
    return new Cell(text, aside, isFlaw ? "flaw" : isLetter ? "letter" : "");
  }
}
