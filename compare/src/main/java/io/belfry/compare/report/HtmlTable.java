package io.belfry.compare.report;

import java.util.List;

/** A table in a box of its own, which scrolls where there is little room. */
final class HtmlTable {

  private final Html html;
  private int columns;

  private HtmlTable(Html html) {
    this.html = html;
  }

  static HtmlTable open(Html html, String caption, String style) {
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
    html.open("table", "class", style).element("caption", caption);
    return new HtmlTable(html);
  }

  /** The first row. */
  HtmlTable head(List<String> headings) {
    return head(headings, List.of());
  }

  /** The first row, with what the headings mean for those who point at them. */
  HtmlTable head(List<String> headings, List<String> meanings) {
    columns = headings.size();
    html.open("thead").open("tr");
    for (int i = 0; i < columns; i++) {
      String meaning = i < meanings.size() ? meanings.get(i) : "";
      if (meaning.isEmpty()) {
        html.element("th", headings.get(i), "scope", "col");
      } else {
        html.element("th", headings.get(i), "scope", "col", "title", meaning);
      }
    }
    html.close().close().open("tbody");
    return this;
  }

  /** A row that is a heading for those below it. */
  HtmlTable section(String title) {
    html.open("tr", "class", "section");
    html.open("th", "colspan", Integer.toString(columns), "scope", "rowgroup");
    html.element("span", title).close().close();
    return this;
  }

  HtmlTable row(String name, List<Cell> cells) {
    html.open("tr").element("th", name, "scope", "row");
    for (Cell cell : cells) {
      html.open("td", "class", cell.style).text(cell.text);
      if (!cell.aside.isEmpty()) {
        html.element("small", cell.aside);
      }
      html.close();
    }
    html.close().line();
    return this;
  }

  void close() {
    html.close().close().close().line();
  }

  /**
   * A cell.
   *
   * @param text what stands in it
   * @param aside what stands below that, in smaller type; empty if nothing
   * @param style how it stands out; empty if it does not
   */
  record Cell(String text, String aside, String style) {

    static Cell of(String text) {
      return new Cell(text, "", "");
    }

    static Cell of(String text, String style) {
      return new Cell(text, "", style);
    }
  }
}
