package io.belfry.compare.report;

import io.belfry.compare.result.Finding;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A scenario: what was done, and what came of it. */
final class ScenarioSection {

  private final Scene scene;
  private final Map<String, Look> looks;

  ScenarioSection(Scene scene, Map<String, Look> looks) {
    this.scene = scene;
    this.looks = looks;
  }

  void draw(Html html, String id) {
    html.open("section", "id", id, "class", "scenario", "aria-labelledby", id + "-title");
    html.element("h2", scene.name(), "id", id + "-title");
    html.element("p", scene.described().meaning(), "class", "meaning");
    settings(html);
    notes(html);
    new FigureTable(scene, Columns.wide(scene))
        .draw(html, scene.name() + ": medians of the repeats");
    legend(html);
    new SweepSection(scene, looks).draw(html);
    new CurveSection(scene, looks).draw(html);
    new TimelineSection(scene, looks).draw(html);
    html.open("details", "class", "every").element("summary", "Every figure that was measured");
    new FigureTable(scene, Columns.all(scene)).draw(html, scene.name() + ": every figure");
    html.close().close().line();
  }

  private void settings(Html html) {
    html.open("dl", "class", "settings");
    term(html, "pattern", scene.described().pattern());
    if (scene.isFault()) {
      term(html, "fault", scene.described().fault());
    }
    scene.described().settings().forEach((key, value) -> term(html, key, value));
    html.close();
  }

  private static void term(Html html, String key, String value) {
    html.open("div").element("dt", key).element("dd", value).close();
  }

  /** Problems, and what a reader must know. */
  private void notes(Html html) {
    Set<String> notes = new LinkedHashSet<>();
    for (Finding finding : scene.findings()) {
      String place = Place.said(finding.point());
      String who = finding.contestant() + (place.isEmpty() ? "" : ", " + place) + ": ";
      if (!finding.problem().isEmpty()) {
        notes.add(who + finding.problem());
      }
      finding.runs().forEach(run -> run.warnings().forEach(warning -> notes.add(who + warning)));
    }
    if (!notes.isEmpty()) {
      html.open("ul", "class", "caution", "aria-label", "What a reader must know");
      notes.forEach(note -> html.element("li", note));
      html.close();
    }
  }

  private void legend(Html html) {
    if (scene.likeness().isOne()) {
      return;
    }
    html.open("div", "class", "legend").element("p", Likeness.SENTENCE).open("dl");
    scene.likeness().legend().forEach((letter, promise) -> term(html, letter, promise));
    html.close().close();
  }
}
