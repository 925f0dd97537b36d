package io.belfry.compare.report;

import io.belfry.compare.result.Account;
import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Comparison.Described;
import io.belfry.compare.result.Contestant;
import io.belfry.compare.result.Curve;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Run;
import io.belfry.compare.result.Run.Mark;
import io.belfry.compare.result.Run.Slice;
import io.belfry.compare.result.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A comparison as maps and lists, in the order in which they are to be read. */
final class JsonWriting {

  private JsonWriting() {}

  static Map<String, Object> of(Comparison comparison) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("format", ComparisonJson.FORMAT);
    map.put("version", ComparisonJson.VERSION);
    map.put("created", comparison.created());
    map.put("command", comparison.command());
    map.put("fingerprint", comparison.fingerprint());
    map.put("method", comparison.method());
    map.put(
        "contestants", comparison.contestants().stream().map(JsonWriting::of).toList());
    map.put("scenarios", comparison.scenarios().stream().map(JsonWriting::of).toList());
    map.put("findings", findings(comparison));
    return map;
  }

  private static Map<String, Object> of(Contestant contestant) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", contestant.name());
    map.put("facts", contestant.facts());
    map.put("guarantees", contestant.guarantees());
    return map;
  }

  private static Map<String, Object> of(Described described) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", described.name());
    map.put("meaning", described.meaning());
    map.put("pattern", described.pattern());
    map.put("fault", described.fault());
    map.put("settings", described.settings());
    return map;
  }

  private static List<Object> findings(Comparison comparison) {
    Map<String, Likeness> likenesses = new LinkedHashMap<>();
    Scene.all(comparison).forEach(scene -> likenesses.put(scene.name(), scene.likeness()));
    List<Object> all = new ArrayList<>();
    for (Finding finding : comparison.findings()) {
      Likeness likeness = likenesses.get(finding.scenario());
      all.add(of(finding, likeness == null ? "" : likeness.letter(finding)));
    }
    return all;
  }

  private static Map<String, Object> of(Finding finding, String letter) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("scenario", finding.scenario());
    map.put("point", finding.point());
    map.put("contestant", finding.contestant());
    map.put("promise", finding.promise());
    map.put("alike", letter);
    map.put("problem", finding.problem());
    map.put("medians", medians(finding));
    map.put("account", of(finding.account()));
    map.put("curves", curves(finding));
    map.put("runs", finding.runs().stream().map(JsonWriting::of).toList());
    return map;
  }

  private static Map<String, Object> medians(Finding finding) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Metric metric : Metric.values()) {
      Spread spread = finding.spread(metric);
      if (Double.isFinite(spread.median())) {
        map.put(Names.written(metric), of(metric, spread));
      }
    }
    return map;
  }

  private static Map<String, Object> of(Metric metric, Spread spread) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("unit", metric.unit());
    map.put("better", Names.written(metric.better()));
    map.put("count", spread.count());
    map.put("median", spread.median());
    map.put("low", spread.low());
    map.put("high", spread.high());
    map.put("confidence", spread.confidence());
    return map;
  }

  private static Map<String, Object> curves(Finding finding) {
    Map<String, Object> map = new LinkedHashMap<>();
    new TreeMap<>(finding.curves())
        .forEach((timed, curve) -> map.put(Names.written(timed), of(curve)));
    return map;
  }

  private static Map<String, Object> of(Curve curve) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("count", curve.count());
    map.put("mean", curve.mean());
    map.put(
        "points",
        curve.points().stream()
            .map(point -> List.<Number>of(point.percent(), point.nanos()))
            .toList());
    return map;
  }

  private static Map<String, Object> of(Run run) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("figures", figures(run));
    map.put("account", of(run.account()));
    map.put("timeline", run.timeline().stream().map(JsonWriting::of).toList());
    map.put("marks", run.marks().stream().map(JsonWriting::of).toList());
    map.put("warnings", run.warnings());
    return map;
  }

  /** What is no number is not written: it was not measured. */
  private static Map<String, Object> figures(Run run) {
    Map<String, Object> map = new LinkedHashMap<>();
    new TreeMap<>(run.figures()).forEach((metric, value) -> {
      if (Double.isFinite(value)) {
        map.put(Names.written(metric), value);
      }
    });
    return map;
  }

  private static List<Long> of(Slice slice) {
    return List.of(slice.at(), slice.sent(), slice.received(), slice.slowest());
  }

  private static Map<String, Object> of(Mark mark) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("at", mark.at());
    map.put("what", mark.what());
    return map;
  }

  static Map<String, Object> of(Account account) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("sent", account.sent());
    map.put("refused", account.refused());
    map.put("expected", account.expected());
    map.put("received", account.received());
    map.put("lost", account.lost());
    map.put("repeated", account.repeated());
    map.put("reordered", account.reordered());
    map.put("corrupt", account.corrupt());
    return map;
  }
}
