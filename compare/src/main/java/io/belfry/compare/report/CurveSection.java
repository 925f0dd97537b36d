package io.belfry.compare.report;

import io.belfry.compare.result.Curve;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Timed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The percentile curves of a scenario: a chart for each point. */
final class CurveSection {

  private static final int MOST = 4;
  private static final List<Timed> CHARTED = List.of(Timed.RESPONSE, Timed.MAIL);

  private final Scene scene;
  private final Map<String, Look> looks;

  CurveSection(Scene scene, Map<String, Look> looks) {
    this.scene = scene;
    this.looks = looks;
  }

  void draw(Html html) {
    List<Runnable> charts = new ArrayList<>();
    for (Timed timed : CHARTED) {
      for (Map<String, String> point : scene.points()) {
        Map<String, Curve> curves = curves(point, timed);
        if (!curves.isEmpty()) {
          charts.add(() -> draw(html, point, timed, curves));
        }
      }
    }
    if (charts.isEmpty()) {
      return;
    }
    html.element("h3", "How long it took");
    row(html, charts.subList(0, Math.min(MOST, charts.size())));
    if (charts.size() > MOST) {
      html.open("details").element("summary", "The charts of the other points");
      row(html, charts.subList(MOST, charts.size()));
      html.close();
    }
  }

  private static void row(Html html, List<Runnable> charts) {
    html.open("div", "class", "charts");
    charts.forEach(Runnable::run);
    html.close();
  }

  private void draw(Html html, Map<String, String> point, Timed timed, Map<String, Curve> curves) {
    String place = point.isEmpty() ? "" : ", " + Place.said(point);
    String what = timed == Timed.MAIL ? "Until the mail had come" : "Response time";
    String caption = what + place;
    Figures.draw(
        html,
        caption,
        () -> new PercentileChart(curves, all(timed), looks)
            .draw(html, scene.name() + ": " + caption),
        () -> tables(html, point, place));
  }

  private void tables(Html html, Map<String, String> point, String place) {
    for (Timed timed : Timed.values()) {
      Map<String, Curve> curves = curves(point, timed);
      if (!curves.isEmpty()) {
        CurveTable.draw(html, said(timed) + place, curves);
      }
    }
  }

  private static String said(Timed timed) {
    return switch (timed) {
      case RESPONSE -> "Response time: from when a message was due until it arrived";
      case SERVICE -> "Service time: from when it was sent until it arrived";
      case SCHEDULE -> "Schedule delay: from when it was due until it was sent";
      case MAIL -> "Mail: from when the message was due until the mail had come";
    };
  }

  private List<Curve> all(Timed timed) {
    return scene.findings().stream()
        .flatMap(finding -> Optional.ofNullable(finding.curves().get(timed)).stream())
        .toList();
  }

  private Map<String, Curve> curves(Map<String, String> point, Timed timed) {
    Map<String, Curve> curves = new LinkedHashMap<>();
    for (Finding finding : scene.at(point)) {
      Curve curve = finding.curves().get(timed);
      if (curve != null) {
        curves.put(finding.contestant(), curve);
      }
    }
    return curves;
  }
}
