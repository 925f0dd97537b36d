package io.belfry.compare.report;

import java.util.Locale;

/** A drawing in a page. */
final class Svg {

  private final Html html;

  private Svg(Html html) {
    this.html = html;
  }

  /** Begins a drawing; what it shows is said to those who can't see it. */
  static Svg open(Html html, double width, double height, String label) {
    html.open("div", "class", "chart", "tabindex", "0", "role", "group", "aria-label", "Chart");
    html.open(
        "svg",
        "viewBox",
        "0 0 " + number(width) + " " + number(height),
        "role",
        "img",
        "aria-label",
        label);
    return new Svg(html);
  }

  void close() {
    html.close().close().line();
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    html.empty(
        "line",
        "class",
        style,
        "x1",
        number(x1),
        "y1",
        number(y1),
        "x2",
        number(x2),
        "y2",
        number(y2));
    return this;
  }

  Svg text(String style, double x, double y, String text) {
    html.element("text", text, "class", style, "x", number(x), "y", number(y));
    return this;
  }

  /** With the whole text for those who point at it. */
  Svg text(String style, double x, double y, String text, String whole) {
    html.open("text", "class", style, "x", number(x), "y", number(y));
    html.element("title", whole).text(text).close();
    return this;
  }

  Svg path(String style, String dash, String path, String title) {
    html.open("path", "class", style, "stroke-dasharray", dash, "d", path);
    html.element("title", title).close();
    return this;
  }

  Svg rect(String style, double x, double y, double width, double height, String title) {
    html.open(
        "rect",
        "class",
        style,
        "x",
        number(x),
        "y",
        number(y),
        "width",
        number(Math.max(0, width)),
        "height",
        number(Math.max(0, height)));
    html.element("title", title).close();
    return this;
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** A place in a path. */
  static String at(double x, double y) {
    return number(x) + " " + number(y);
  }
}
