package io.belfry.launcher.logging;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Hides secrets, wherever they stand. */
public final class Masks {

  /** For what is shown where no secrets are known: it hides the passwords in URLs. */
  public static final Masks OF_URLS = new Masks(List.of());

  private static final String MASK = "***";

  /** What is shorter stands in too many words; to hide those would tell it. */
  private static final int SHORTEST = 4;

  private static final Pattern IN_URL = Pattern.compile(
      "(?i)(?<=//[^/:@\\s]{1,99}:)[^@/\\s]+(?=@)|(?<=[?&;][a-z]{0,9}password=)[^&;\\s]+");

  private final List<String> secrets;

  /** The longest first: one may be part of another. */
  Masks(Collection<String> secrets) {
    this.secrets = secrets.stream()
        .filter(secret -> secret.length() >= SHORTEST)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /**
   * Hides them.
   *
   * @param text any text
   * @return the same with asterisks
   */
  public String masked(String text) {
    String masked = IN_URL.matcher(text).replaceAll(MASK);
    for (String secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }
}
