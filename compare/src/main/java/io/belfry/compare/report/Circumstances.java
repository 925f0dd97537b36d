package io.belfry.compare.report;

import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Comparison.Described;
import io.belfry.compare.result.Contestant;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Run;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was not the same around the figures of two comparisons. */
final class Circumstances {

  private final List<String> warnings = new ArrayList<>();

  private Circumstances() {}

  static List<String> of(Comparison before, Comparison after, List<Pair> pairs) {
    Circumstances found = new Circumstances();
    found.compare("Not the same machine or versions", lasting(before), lasting(after));
    found.compare("Not the same method", before.method(), after.method());
    found.each("Not the same settings of ", settings(before), settings(after));
    found.each("Not the same ", facts(before, Contestant::facts), facts(after, Contestant::facts));
    found.each(
        "Not the same promises of ",
        facts(before, Contestant::guarantees),
        facts(after, Contestant::guarantees));
    pairs.forEach(found::promises);
    found.oneSided(pairs);
    found.unsure(pairs);
    return found.warnings;
  }

  /** What else the machine did is never the same twice. */
  private static Map<String, String> lasting(Comparison comparison) {
    Map<String, String> lasting = new LinkedHashMap<>(comparison.fingerprint());
    lasting.remove(Comparison.LOAD);
    return lasting;
  }

  private void each(
      String title,
      Map<String, Map<String, String>> before,
      Map<String, Map<String, String>> after) {
    before.forEach((name, earlier) -> {
      Map<String, String> later = after.get(name);
      if (later != null) {
        compare(title + name, earlier, later);
      }
    });
  }

  private void compare(String title, Map<String, String> before, Map<String, String> after) {
    Set<String> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    List<String> unlike = new ArrayList<>();
    for (String key : keys) {
      String was = before.getOrDefault(key, "nothing");
      String is = after.getOrDefault(key, "nothing");
      if (!was.equals(is)) {
        unlike.add(key + " was " + was + ", is " + is);
      }
    }
    if (!unlike.isEmpty()) {
      warnings.add(title + ": " + String.join("; ", unlike) + ".");
    }
  }

  private static Map<String, Map<String, String>> settings(Comparison comparison) {
    Map<String, Map<String, String>> settings = new LinkedHashMap<>();
    for (Described each : comparison.scenarios()) {
      Map<String, String> all = new LinkedHashMap<>(each.settings());
      all.put("pattern", each.pattern());
      all.put("fault", each.fault());
      settings.put(each.name(), all);
    }
    return settings;
  }

  private static Map<String, Map<String, String>> facts(
      Comparison comparison, Function<Contestant, Map<String, String>> part) {
    Map<String, Map<String, String>> facts = new LinkedHashMap<>();
    comparison.contestants().forEach(each -> facts.put(each.name(), part.apply(each)));
    return facts;
  }

  private void promises(Pair pair) {
    if (pair.isMeasuredTwice()) {
      compare(
          "Not the same promises in " + pair.said(),
          pair.before().map(Finding::promise).orElse(Map.of()),
          pair.after().map(Finding::promise).orElse(Map.of()));
    }
  }

  /** Figures that only one of both has, where both were measured. */
  private void oneSided(List<Pair> pairs) {
    Set<Metric> metrics = EnumSet.noneOf(Metric.class);
    pairs.stream().filter(Pair::isMeasuredTwice).forEach(pair -> {
      Set<Metric> was = metrics(pair.before());
      Set<Metric> is = metrics(pair.after());
      metrics.addAll(was.stream().filter(each -> !is.contains(each)).toList());
      metrics.addAll(is.stream().filter(each -> !was.contains(each)).toList());
    });
    if (!metrics.isEmpty()) {
      warnings.add("Measured on one side only, at least at some points: "
          + metrics.stream().map(Names::written).collect(Collectors.joining(", ")) + ".");
    }
  }

  private static Set<Metric> metrics(Optional<Finding> finding) {
    Set<Metric> metrics = EnumSet.noneOf(Metric.class);
    finding.stream()
        .flatMap(each -> each.runs().stream())
        .map(Run::figures)
        .forEach(figures -> metrics.addAll(figures.keySet()));
    return metrics;
  }

  private void unsure(List<Pair> pairs) {
    long few = pairs.stream().filter(FigureChanges::isUnsure).count();
    if (few > 0) {
      warnings.add("The noise is not known at " + few + " of " + pairs.size()
          + " places: a side has fewer than " + Ranking.FEWEST + " repeats there.");
    }
  }
}
