package io.belfry.compare.report;

import io.belfry.compare.result.Comparison;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The page of a comparison: one file with everything in it, which loads nothing and needs no
 * scripts.
 */
public final class Page {

  private static final String STYLE = "page.css";
  private static final String NOTHING_FROM_OUTSIDE =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private final Comparison comparison;
  private final Html html = new Html();

  private Page(Comparison comparison) {
    this.comparison = comparison;
  }

  /**
   * Writes the page.
   *
   * @param comparison what it shows
   * @param file where to; replaced if it is there
   * @throws IOException if it can't be written
   */
  public static void write(Comparison comparison, Path file) throws IOException {
    Files.writeString(file, of(comparison));
  }

  static String of(Comparison comparison) throws IOException {
    return new Page(comparison).draw();
  }

  private String draw() throws IOException {
    html.trusted("<!DOCTYPE html>\n").open("html", "lang", "en");
    head();
    html.open("body").line();
    header();
    html.open("main").line();
    sections();
    html.close();
    data();
    html.close().close().line();
    return html.toString();
  }

  private void head() throws IOException {
    html.open("head").line();
    html.trusted("<meta charset=\"utf-8\">\n");
    html.trusted(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"" + NOTHING_FROM_OUTSIDE + "\">\n");
    html.trusted("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.trusted("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.element("title", "Belfry: " + title()).line();
    html.open("style").trusted(style()).close().close().line();
  }

  private String title() {
    int count = comparison.contestants().size();
    return count == 1
        ? comparison.contestants().get(0).name() + " measured"
        : count + " contestants compared";
  }

  private void header() {
    html.open("header");
    html.element("p", "The laboratory of Belfry", "class", "overline");
    html.element("h1", title());
    List<String> names =
        comparison.contestants().stream().map(each -> each.name()).toList();
    html.element("p", AccountHeadlines.inWords(names) + ".", "class", "names");
    html.element("p", when(), "class", "when");
    html.open("nav", "aria-label", "Sections").open("ul");
    link("summary", "What was found");
    link("contestants", "Who was compared");
    List<Scene> scenes = Scene.all(comparison);
    for (int i = 0; i < scenes.size(); i++) {
      link(id(i), scenes.get(i).name());
    }
    link("again", "To do it again");
    link("reading", "How to read it");
    html.close().close().close().line();
  }

  private String when() {
    String repeats = comparison.method().getOrDefault("repeats", "");
    return comparison.created() + (repeats.isEmpty() ? "" : " · repeats: " + repeats);
  }

  private void link(String id, String text) {
    html.open("li").element("a", text, "href", "#" + id).close();
  }

  private void sections() {
    Map<String, Look> looks = Look.of(comparison);
    new SummarySection(comparison, looks).draw(html);
    new ContestantSection(comparison).draw(html);
    List<Scene> scenes = Scene.all(comparison);
    for (int i = 0; i < scenes.size(); i++) {
      new ScenarioSection(scenes.get(i), looks).draw(html, id(i));
    }
    new AppendixSection(comparison).draw(html);
  }

  private static String id(int scenario) {
    return "scenario-" + (scenario + 1);
  }

  /** The page alone is enough: what it shows is in it for programs, too. */
  private void data() throws IOException {
    html.open("script", "type", "application/json", "id", "comparison");
    html.trusted(ComparisonJson.text(comparison).replace("<", "\\u003c")).close();
  }

  private static String style() throws IOException {
    try (InputStream in = Page.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IllegalStateException("The style of the page is missing.");
      }
      return "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
