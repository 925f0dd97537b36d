package io.belfry.compare.report;

import io.belfry.compare.report.Headline.Kind;
import io.belfry.compare.result.Comparison;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What has been found, in sentences, before all figures. */
final class SummarySection {

  private final Comparison comparison;
  private final Map<String, Look> looks;

  SummarySection(Comparison comparison, Map<String, Look> looks) {
    this.comparison = comparison;
    this.looks = looks;
  }

  void draw(Html html) {
    Map<Kind, List<Headline>> sentences = new EnumMap<>(Kind.class);
    Headlines.of(comparison)
        .forEach(headline -> sentences
            .computeIfAbsent(headline.kind(), kind -> new ArrayList<>())
            .add(headline));
    html.open("section", "id", "summary", "aria-labelledby", "summary-title");
    html.element("h2", "What was found", "id", "summary-title");
    sentences
        .getOrDefault(Kind.LEADING, List.of())
        .forEach(each -> html.element("p", each.sentence(), "class", "leading"));
    sentences.remove(Kind.LEADING);
    losses(html);
    html.open("div", "class", "findings");
    sentences.forEach((kind, each) -> group(html, kind, each));
    html.close().close().line();
  }

  private void losses(Html html) {
    html.open("div", "class", "charts");
    Scene.all(comparison).forEach(scene -> new LossFigure(scene, looks).draw(html));
    html.close();
  }

  private static void group(Html html, Kind kind, List<Headline> headlines) {
    boolean isWarning = kind == Kind.WARNING || kind == Kind.PROBLEM;
    html.open("div", "class", isWarning ? "group caution" : "group");
    html.element("h3", kind.title()).open("ul");
    headlines.forEach(headline -> item(html, headline));
    html.close().close().line();
  }

  private static void item(Html html, Headline headline) {
    html.open("li");
    if (!headline.about().isEmpty()) {
      html.element("strong", headline.about() + ":").text(" ");
    }
    html.text(headline.text()).close();
  }
}
