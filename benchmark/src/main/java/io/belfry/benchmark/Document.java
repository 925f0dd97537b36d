package io.belfry.benchmark;

import io.belfry.benchmark.measure.Goal;
import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.measure.Rounds;
import io.belfry.benchmark.measure.Spread;
import io.belfry.benchmark.measure.Verdict;
import io.belfry.benchmark.program.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All figures for a program, as JSON. A change that its readers would notice changes the format's
 * number.
 */
final class Document {

  private static final int FORMAT = 2;

  private Document() {}

  static String of(Map<String, Object> fingerprint, Options options, List<Result> results) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put("fingerprint", fingerprint);
    document.put("options", of(options));
    document.put("results", results.stream().map(Document::of).toList());
    return Json.of(document) + "\n";
  }

  private static Map<String, Object> of(Options options) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rounds", options.rounds());
    values.put("seconds", options.seconds());
    values.put("warmUp", options.warmUp());
    values.put("rate", options.rate());
    values.put("together", options.isTogether());
    values.put("transport", options.transport());
    values.put("settings", Contestants.shownSettings(options));
    if (OverBroker.isFor(options.transport())) {
      values.put("qos", options.overBroker().qos());
      values.put("persistent", options.overBroker().isPersistent());
      values.put("window", options.overBroker().window());
    }
    return values;
  }

  private static Map<String, Object> of(Result result) {
    Map<String, Object> contestants = new LinkedHashMap<>();
    result.rounds().forEach((name, rounds) -> contestants.put(name, of(rounds, result.metrics())));
    Map<String, Object> ratios = new LinkedHashMap<>();
    result.metrics().forEach(metric -> of(result, metric, ratios));
    Map<String, Map<String, Object>> further = new LinkedHashMap<>();
    result
        .metrics()
        .forEach(metric -> result
            .furtherRatios(metric)
            .forEach((name, spread) -> further
                .computeIfAbsent(name, unused -> new LinkedHashMap<>())
                .put(key(metric), of(spread))));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("scenario", result.scenario().label());
    document.put("size", result.size());
    document.put("contestants", contestants);
    document.put("ratios", ratios);
    document.put("furtherRatios", further);
    return document;
  }

  private static Map<String, Object> of(Spread spread) {
    Map<String, Object> ratio = new LinkedHashMap<>();
    ratio.put("median", spread.median());
    ratio.put("least", spread.least());
    ratio.put("most", spread.most());
    return ratio;
  }

  private static Map<String, Object> of(Rounds rounds, List<Metric> metrics) {
    Map<String, Object> values = new LinkedHashMap<>();
    metrics.forEach(metric -> values.put(key(metric), rounds.of(metric)));
    values.put("breakdowns", rounds.breakdowns());
    Verdict verdict = rounds.verdict();
    values.put("lost", verdict.lost());
    values.put("repeated", verdict.repeated());
    values.put("disordered", verdict.disordered());
    values.put("damaged", verdict.damaged());
    return values;
  }

  private static void of(Result result, Metric metric, Map<String, Object> ratios) {
    result.ratio(metric).ifPresent(spread -> {
      Map<String, Object> ratio = of(spread);
      Goal.of(metric).ifPresent(goal -> ratio.put("goal", goal.limit()));
      result.isMet(metric).ifPresent(met -> {
        ratio.put("met", met);
        ratio.put("roundsThatMeet", result.roundsThatMeet(metric));
      });
      ratios.put(key(metric), ratio);
    });
  }

  private static String key(Metric metric) {
    return metric.name().toLowerCase(Locale.ROOT);
  }
}
