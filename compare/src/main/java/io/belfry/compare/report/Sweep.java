package io.belfry.compare.report;

import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is varied while all else stays as it is.
 *
 * @param key what is varied
 * @param values its values, in order
 * @param rest what stays as it is
 * @param findings at any of the values
 */
record Sweep(String key, List<String> values, Map<String, String> rest, List<Finding> findings) {

  private static final List<String> USUAL = List.of("size", "subscribers", "publishers", "rate");

  /** All of a scenario; none if nothing is varied in it but the layer. */
  static List<Sweep> of(Scene scene) {
    return key(scene).map(key -> of(scene, key)).orElse(List.of());
  }

  private static List<Sweep> of(Scene scene, String key) {
    Map<Map<String, String>, List<Finding>> byRest = new LinkedHashMap<>();
    for (Finding finding : scene.findings()) {
      byRest
          .computeIfAbsent(Place.without(finding.point(), key), rest -> new ArrayList<>())
          .add(finding);
    }
    List<Sweep> sweeps = new ArrayList<>();
    byRest.forEach((rest, findings) -> {
      List<String> values = values(findings, key);
      if (values.size() > 1) {
        sweeps.add(new Sweep(key, values, rest, findings));
      }
    });
    return sweeps;
  }

  private static Optional<String> key(Scene scene) {
    Set<String> keys = new LinkedHashSet<>(USUAL);
    scene.points().forEach(point -> keys.addAll(point.keySet()));
    keys.remove(Place.LAYER);
    return keys.stream().filter(key -> values(scene.findings(), key).size() > 1).findFirst();
  }

  private static List<String> values(List<Finding> findings, String key) {
    return findings.stream()
        .flatMap(finding -> Optional.ofNullable(finding.point().get(key)).stream())
        .distinct()
        .toList();
  }

  List<String> contestants() {
    return findings.stream().map(Finding::contestant).distinct().toList();
  }

  Spread spread(Metric metric, String contestant, int value) {
    return findings.stream()
        .filter(finding -> finding.contestant().equals(contestant))
        .filter(finding -> values.get(value).equals(finding.point().get(key)))
        .map(finding -> finding.spread(metric))
        .findFirst()
        .orElse(Spread.of());
  }

  /** All that there are of a figure. */
  List<Spread> spreads(Metric metric) {
    return findings.stream()
        .map(finding -> finding.spread(metric))
        .filter(spread -> spread.count() > 0)
        .toList();
  }
}
