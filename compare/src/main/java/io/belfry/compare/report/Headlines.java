package io.belfry.compare.report;

import io.belfry.compare.report.Headline.Kind;
import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a comparison has shown, in sentences that are made of its figures alone. */
final class Headlines {

  private Headlines() {}

  static List<Headline> of(Comparison comparison) {
    List<Scene> scenes = Scene.all(comparison);
    List<Headline> all = new ArrayList<>(LayerHeadlines.of(scenes));
    all.addAll(AccountHeadlines.of(scenes));
    for (Scene scene : scenes) {
      if (!scene.isFault()) {
        add(all, Kind.RESPONSE, scene.name(), new Ranking(scene, Metric.RESPONSE_P99).sentences());
        add(all, Kind.RATE, scene.name(), new Ranking(scene, Metric.SUSTAINED).sentences());
      }
    }
    all.addAll(WarningHeadlines.of(scenes));
    all.sort(Comparator.comparing(Headline::kind));
    return all;
  }

  private static void add(List<Headline> all, Kind kind, String scenario, List<String> sentences) {
    sentences.forEach(sentence -> all.add(new Headline(kind, scenario, sentence)));
  }
}
