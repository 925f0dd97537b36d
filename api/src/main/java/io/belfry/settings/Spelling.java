package io.belfry.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what the writer of a misspelt word may have meant. */
public final class Spelling {

  private Spelling() {}

  /**
   * The candidate that is fewest edits away, if that is at most two (neighbours swapped) or a third
   * of the word.
   *
   * @param word what was written
   * @param candidates what may have been meant
   * @return the nearest one, if one is near
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    int most = Math.max(2, word.length() / 3);
    return candidates.stream()
        .filter(candidate -> distance(word, candidate) <= most)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /** Levenshtein's distance: insertions, deletions and replacements. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
