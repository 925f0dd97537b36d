package io.belfry.compare.report;

import io.belfry.compare.result.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of findings below headings, made to fit. */
final class TextGrid {

  private static final String INDENT = "  ";
  private static final int SHORTEST_NAME = 14;

  private final List<Column> columns;
  private final List<Row> rows = new ArrayList<>();

  TextGrid(List<Column> columns) {
    this.columns = new ArrayList<>(columns);
  }

  void section(String title) {
    rows.add(new Row(Folded.safe(title), List.of()));
  }

  void row(Finding finding) {
    List<String> cells =
        columns.stream().map(column -> column.cell().apply(finding)).toList();
    rows.add(new Row(Folded.safe(finding.contestant()), cells));
  }

  List<String> lines(int width) {
    List<Integer> shown =
        new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
    int gap = 2;
    while (needed(shown, gap) > width && gap > 1) {
      gap--;
    }
    while (needed(shown, gap) > width && shown.size() > 1) {
      shown.remove(leastDear(shown));
    }
    int name =
        Math.max(1, Math.min(longestName(), width - cellsWidth(shown, gap) - INDENT.length()));
    List<String> lines = written(shown, gap, name);
    lines.addAll(hidden(shown, width));
    return lines;
  }

  private Integer leastDear(List<Integer> shown) {
    return shown.stream()
        .max(Comparator.comparing((Integer index) -> columns.get(index).rank()))
        .orElseThrow();
  }

  private int needed(List<Integer> shown, int gap) {
    return INDENT.length() + Math.min(longestName(), SHORTEST_NAME) + cellsWidth(shown, gap);
  }

  private int cellsWidth(List<Integer> shown, int gap) {
    return shown.stream().mapToInt(index -> widthOf(index) + gap).sum();
  }

  private int longestName() {
    return rows.stream()
        .filter(row -> !row.isSection())
        .mapToInt(row -> row.name.length())
        .max()
        .orElse(0);
  }

  private int widthOf(int index) {
    return rows.stream()
        .filter(row -> !row.isSection())
        .mapToInt(row -> row.cells.get(index).length())
        .reduce(columns.get(index).heading().length(), Math::max);
  }

  private List<String> written(List<Integer> shown, int gap, int name) {
    List<String> lines = new ArrayList<>();
    List<String> headings = columns.stream().map(Column::heading).toList();
    lines.add(line(new Row("", headings), shown, gap, name));
    rows.forEach(row -> lines.add(row.isSection() ? row.name : line(row, shown, gap, name)));
    return lines;
  }

  private List<String> hidden(List<Integer> shown, int width) {
    List<String> hidden = IntStream.range(0, columns.size())
        .filter(index -> !shown.contains(index))
        .mapToObj(index -> columns.get(index).heading())
        .toList();
    String text = "Not shown for want of room: " + String.join(", ", hidden) + ".";
    return hidden.isEmpty() ? List.of() : Folded.lines(INDENT, text, width);
  }

  private String line(Row row, List<Integer> shown, int gap, int name) {
    String shortName = Folded.shortened(row.name, name);
    StringBuilder line =
        new StringBuilder(INDENT).append(shortName).append(" ".repeat(name - shortName.length()));
    for (int index : shown) {
      String cell = row.cells.get(index);
      line.append(" ".repeat(gap + widthOf(index) - cell.length())).append(cell);
    }
    return line.toString().stripTrailing();
  }

  private record Row(String name, List<String> cells) {

    boolean isSection() {
      return cells.isEmpty();
    }
  }
}
