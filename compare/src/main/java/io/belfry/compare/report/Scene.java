package io.belfry.compare.report;

import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Comparison.Described;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A scenario with what came of it.
 *
 * @param described how it was set
 * @param findings for each point and contestant
 * @param likeness which of them promise the same
 */
record Scene(Described described, List<Finding> findings, Likeness likeness) {

  private static final String NONE = "none";

  /** All of a comparison that have findings, in its order. */
  static List<Scene> all(Comparison comparison) {
    Map<String, Described> described = new LinkedHashMap<>();
    comparison.scenarios().forEach(each -> described.put(each.name(), each));
    comparison
        .findings()
        .forEach(finding -> described.computeIfAbsent(finding.scenario(), Scene::unknown));
    List<Scene> scenes = new ArrayList<>();
    described.values().forEach(each -> scenes.add(of(each, comparison.findings())));
    scenes.removeIf(scene -> scene.findings.isEmpty());
    return scenes;
  }

  private static Scene of(Described described, List<Finding> all) {
    List<Finding> own = all.stream()
        .filter(finding -> finding.scenario().equals(described.name()))
        .toList();
    return new Scene(described, own, Likeness.of(own));
  }

  private static Described unknown(String name) {
    return new Described(name, "", "", NONE, Map.of());
  }

  String name() {
    return described.name();
  }

  boolean isFault() {
    return !described.fault().equals(NONE) && !described.fault().isEmpty();
  }

  /** The points, in the order in which they appear. */
  Set<Map<String, String>> points() {
    Set<Map<String, String>> points = new LinkedHashSet<>();
    findings.forEach(finding -> points.add(finding.point()));
    return points;
  }

  List<Finding> at(Map<String, String> point) {
    return findings.stream().filter(finding -> finding.point().equals(point)).toList();
  }

  boolean has(Metric metric) {
    return metrics().contains(metric);
  }

  /** What has been measured in any run, in the order of the constants. */
  Set<Metric> metrics() {
    Set<Metric> metrics = new TreeSet<>();
    findings.forEach(
        finding -> finding.runs().forEach(run -> metrics.addAll(run.figures().keySet())));
    return metrics;
  }
}
