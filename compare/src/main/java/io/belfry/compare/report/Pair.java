package io.belfry.compare.report;

import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same thing, found twice.
 *
 * @param before how it was; empty if it was not there
 * @param after how it is; empty if it is no longer there
 */
record Pair(Optional<Finding> before, Optional<Finding> after) {

  /** In the order of the later comparison; what is gone comes last. */
  static List<Pair> of(Comparison before, Comparison after) {
    Map<Key, Finding> earlier = byKey(before);
    List<Pair> pairs = new ArrayList<>();
    byKey(after)
        .forEach((key, finding) ->
            pairs.add(new Pair(Optional.ofNullable(earlier.remove(key)), Optional.of(finding))));
    earlier
        .values()
        .forEach(finding -> pairs.add(new Pair(Optional.of(finding), Optional.empty())));
    return pairs;
  }

  private static Map<Key, Finding> byKey(Comparison comparison) {
    Map<Key, Finding> findings = new LinkedHashMap<>();
    comparison
        .findings()
        .forEach(each ->
            findings.putIfAbsent(new Key(each.scenario(), each.point(), each.contestant()), each));
    return findings;
  }

  boolean isMeasuredTwice() {
    return wasMeasured() && isMeasured();
  }

  boolean wasMeasured() {
    return before.filter(finding -> !finding.runs().isEmpty()).isPresent();
  }

  boolean isMeasured() {
    return after.filter(finding -> !finding.runs().isEmpty()).isPresent();
  }

  /** One of both, to say where it stands. */
  Finding any() {
    return after.or(() -> before).orElseThrow();
  }

  /** Where it stands, in words. */
  String said() {
    Finding any = any();
    String place = Place.said(any.point());
    return any.scenario() + ", " + (place.isEmpty() ? "" : place + ", ") + any.contestant();
  }

  Change change(String figure, Change.Kind kind, double earlier, double later, String text) {
    Finding any = any();
    return new Change(
        any.scenario(),
        any.point(),
        any.contestant(),
        figure,
        kind,
        earlier,
        later,
        said() + ": " + text);
  }

  private record Key(String scenario, Map<String, String> point, String contestant) {}
}
