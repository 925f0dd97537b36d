package io.belfry.compare.report;

import io.belfry.compare.result.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Which findings of one scenario promise the same. Those that do bear the same letter; where all
 * do, there is none. What has no runs has no figures that could be taken for another's, and so no
 * letter.
 */
final class Likeness {

  static final String SENTENCE = "Figures with different letters are not the same service.";

  private static final int LETTERS = 26;

  private final List<Map<String, String>> promises;

  private Likeness(List<Map<String, String>> promises) {
    this.promises = promises;
  }

  static Likeness of(List<Finding> findings) {
    return new Likeness(findings.stream()
        .filter(finding -> !finding.runs().isEmpty())
        .map(Finding::promise)
        .distinct()
        .toList());
  }

  boolean isOne() {
    return promises.size() < 2;
  }

  /** The letter of what a finding promises; empty if all promise the same. */
  String letter(Finding finding) {
    return isOne() || finding.runs().isEmpty() ? "" : letter(promises.indexOf(finding.promise()));
  }

  boolean isAlike(Finding one, Finding other) {
    return one.promise().equals(other.promise());
  }

  /** What each letter promises, as far as it is not the same for all. */
  Map<String, String> legend() {
    Map<String, String> legend = new LinkedHashMap<>();
    if (!isOne()) {
      Set<String> unlike = unlike();
      promises.forEach(
          promise -> legend.put(letter(promises.indexOf(promise)), said(promise, unlike)));
    }
    return legend;
  }

  private Set<String> unlike() {
    Set<String> keys = new LinkedHashSet<>();
    promises.forEach(promise -> keys.addAll(promise.keySet()));
    keys.removeIf(key -> promises.stream()
            .map(promise -> promise.getOrDefault(key, ""))
            .distinct()
            .count()
        == 1);
    return keys;
  }

  private static String said(Map<String, String> promise, Set<String> keys) {
    StringJoiner parts = new StringJoiner("; ");
    keys.forEach(key -> parts.add(key + ": " + promise.getOrDefault(key, "not said")));
    return parts.toString();
  }

  private static String letter(int index) {
    List<Character> letters = new ArrayList<>();
    for (int rest = index; rest >= 0; rest = rest / LETTERS - 1) {
      letters.add(0, (char) ('a' + rest % LETTERS));
    }
    StringBuilder text = new StringBuilder();
    letters.forEach(text::append);
    return text.toString();
  }
}
