package io.belfry.compare.report;

import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is the best in one figure, at each point of a scenario. Only those that promise the same are
 * ranked, and only an interval that is apart from all others makes a best.
 */
final class Ranking {

  /** With fewer repeats, what is noise is not known. */
  static final int FEWEST = 3;

  private final Scene scene;
  private final Metric metric;

  Ranking(Scene scene, Metric metric) {
    this.scene = scene;
    this.metric = metric;
  }

  /** One for each different outcome, with the points at which it came out so. */
  List<String> sentences() {
    Map<String, List<Ranked>> outcomes = new LinkedHashMap<>();
    for (Map<String, String> point : scene.points()) {
      Map<Map<String, String>, List<Finding>> groups = groups(point);
      if (groups.size() > 1 && groups.values().stream().allMatch(group -> group.size() == 1)) {
        add(outcomes, new Ranked(point, List.of(), unlike(groups), ""));
      } else {
        groups.values().stream()
            .filter(group -> group.size() > 1)
            .forEach(group -> add(outcomes, ranked(point, group, others(groups, group))));
      }
    }
    return outcomes.values().stream().map(this::sentence).toList();
  }

  private Map<Map<String, String>, List<Finding>> groups(Map<String, String> point) {
    Map<Map<String, String>, List<Finding>> groups = new LinkedHashMap<>();
    for (Finding finding : scene.at(point)) {
      if (finding.spread(metric).count() > 0) {
        groups.computeIfAbsent(finding.promise(), key -> new ArrayList<>()).add(finding);
      }
    }
    return groups;
  }

  /** Those that promise something else. */
  private String others(Map<Map<String, String>, List<Finding>> groups, List<Finding> group) {
    List<String> others = groups.values().stream()
        .filter(other -> !other.equals(group))
        .flatMap(List::stream)
        .map(finding -> finding.contestant() + " (" + scene.likeness().letter(finding) + ")")
        .toList();
    return others.isEmpty() ? "" : "; promises differ: " + AccountHeadlines.inWords(others);
  }

  private static void add(Map<String, List<Ranked>> outcomes, Ranked ranked) {
    outcomes
        .computeIfAbsent(ranked.outcome + ranked.others, key -> new ArrayList<>())
        .add(ranked);
  }

  private Ranked ranked(Map<String, String> point, List<Finding> group, String others) {
    Comparator<Finding> rising =
        Comparator.comparingDouble(finding -> finding.spread(metric).median());
    List<Finding> sorted =
        group.stream().sorted(isMoreBetter() ? rising.reversed() : rising).toList();
    return new Ranked(point, sorted, outcome(sorted), others);
  }

  private String outcome(List<Finding> sorted) {
    Finding best = sorted.get(0);
    Spread spread = best.spread(metric);
    List<String> near = sorted.stream()
        .filter(other -> other.equals(best) || !other.spread(metric).isApartFrom(spread))
        .map(Finding::contestant)
        .toList();
    String among = among(best);
    if (sorted.stream().anyMatch(finding -> finding.spread(metric).count() < FEWEST)) {
      return names(sorted) + " can't be told apart by " + name() + among
          + ", as there are fewer than " + FEWEST + " repeats";
    }
    return near.size() > 1
        ? AccountHeadlines.inWords(near) + " have the " + which() + " " + name() + among
            + " and can't be told apart, as their intervals overlap"
        : best.contestant() + " has the " + which() + " " + name() + among;
  }

  private String among(Finding finding) {
    String letter = scene.likeness().letter(finding);
    return letter.isEmpty() ? "" : " of those that promise the same (" + letter + ")";
  }

  private String unlike(Map<Map<String, String>, List<Finding>> groups) {
    List<Finding> all = groups.values().stream().flatMap(List::stream).toList();
    return names(all) + " are not ranked by " + name() + ": no two of them promise the same";
  }

  private String sentence(List<Ranked> same) {
    Ranked first = same.get(0);
    boolean isEverywhere = same.size() == scene.points().size();
    String places = isEverywhere
        ? ""
        : "at "
            + AccountHeadlines.inWords(
                same.stream().map(each -> Place.said(each.point)).toList()) + " ";
    String example = first.sorted.isEmpty() ? "" : figures(first, same.size() > 1);
    return places + first.outcome + example + first.others + ".";
  }

  /** Of the best and of the next, at the first point that came out so. */
  private String figures(Ranked ranked, boolean isExample) {
    String place = isExample ? "at " + Place.said(ranked.point) + " " : "";
    Finding next = ranked.sorted.get(1);
    return ": " + place + median(ranked.sorted.get(0)) + ", then " + next.contestant() + " with "
        + median(next);
  }

  private String median(Finding finding) {
    return Units.inWords(metric, finding.spread(metric).median());
  }

  private static String names(List<Finding> findings) {
    return AccountHeadlines.inWords(findings.stream().map(Finding::contestant).toList());
  }

  private String which() {
    return isMoreBetter() ? "highest" : "lowest";
  }

  private String name() {
    return Term.of(metric).name();
  }

  private boolean isMoreBetter() {
    return metric.better() == Metric.Better.MORE;
  }

  private record Ranked(
      Map<String, String> point, List<Finding> sorted, String outcome, String others) {}
}
