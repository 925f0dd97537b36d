package io.belfry.benchmark.contest;

import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.measure.Rounds;
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
public final class Findings {

  private static final int FORMAT = 1;

  private Findings() {}

  /**
   * The whole document.
   *
   * @param fingerprint on what it was measured
   * @param options how it was measured
   * @param standings what came out
   */
  public static String of(
      Map<String, Object> fingerprint, Map<String, Object> options, List<Standing> standings) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put("fingerprint", fingerprint);
    document.put("options", options);
    document.put("results", standings.stream().map(Findings::of).toList());
    return Json.of(document) + "\n";
  }

  private static Map<String, Object> of(Standing standing) {
    Map<String, Object> who = new LinkedHashMap<>();
    standing.rounds().forEach((name, rounds) -> {
      Map<String, Object> values = of(standing, name, rounds);
      ratios(standing, name, values);
      who.put(name, values);
    });
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("scenario", standing.contest().label());
    values.put("contestants", who);
    return values;
  }

  private static Map<String, Object> of(Standing standing, String name, Rounds rounds) {
    Map<String, Object> values = new LinkedHashMap<>();
    standing.metrics(name).forEach(metric -> values.put(key(metric), rounds.of(metric)));
    values.put("breakdowns", rounds.breakdowns());
    Verdict verdict = rounds.verdict();
    values.put("lost", verdict.lost());
    values.put("repeated", verdict.repeated());
    values.put("disordered", verdict.disordered());
    values.put("damaged", verdict.damaged());
    return values;
  }

  private static void ratios(Standing standing, String name, Map<String, Object> values) {
    for (String baseline : standing.baselinesOf(name)) {
      Map<String, Object> ratios = new LinkedHashMap<>();
      for (Metric metric : standing.metrics(name)) {
        standing
            .ratio(name, baseline, metric)
            .ifPresent(ratio -> ratios.put(
                key(metric),
                Map.of("median", ratio.median(), "least", ratio.least(), "most", ratio.most())));
      }
      values.put("to " + baseline, ratios);
    }
  }

  private static String key(Metric metric) {
    return metric.name().toLowerCase(Locale.ROOT);
  }
}
