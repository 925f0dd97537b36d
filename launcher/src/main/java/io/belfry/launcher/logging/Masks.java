package io.belfry.launcher.logging;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Hides secrets, wherever they stand. */
final class Masks {

  private static final String MASK = "***";

  /** What is shorter stands in too many words; to hide those would tell it. */
  private static final int SHORTEST = 4;

  private final List<String> secrets;

  /** The longest first: one may be part of another. */
  Masks(Collection<String> secrets) {
    this.secrets = secrets.stream()
        .filter(secret -> secret.length() >= SHORTEST)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  String masked(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }
}
