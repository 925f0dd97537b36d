package io.belfry.compare.report;

/** Charts, each with its caption and the table of what it shows. */
final class Figures {

  private Figures() {}

  static void draw(Html html, String caption, Runnable chart, Runnable table) {
    html.open("figure");
    html.element("figcaption", caption);
    chart.run();
    html.open("details").element("summary", "The figures of this chart");
    table.run();
    html.close().close().line();
  }
}
