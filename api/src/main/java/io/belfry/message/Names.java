package io.belfry.message;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The one rule for names, so that no transport has to escape, and no broker ever sees, a wildcard,
 * a control character or a name of its own administration.
 */
final class Names {

  static final char SEPARATOR = '.';
  static final int MAX_BYTES = 255;
  static final int MAX_LEVELS = 32;

  private static final String ALSO_ALLOWED = "-_~@=";
  private static final int EXCERPT = 40;

  private Names() {}

  /** Returns the name, or throws a sentence that says what is wrong with it. */
  static String requireName(String kind, String name) {
    requireShort(kind, name);
    int levels = 0;
    for (int start = 0; start <= name.length(); levels++) {
      int end = levelEnd(name, start);
      requireLevel(kind, name, start, end);
      start = end + 1;
    }
    requireFewLevels(kind, name, levels);
    requireNormal(kind, name);
    return name;
  }

  static int levelEnd(String name, int start) {
    int end = name.indexOf(SEPARATOR, start);
    return end < 0 ? name.length() : end;
  }

  /** Checks the length first, so that a huge name is refused before it is read. */
  static void requireShort(String kind, String name) {
    if (name.length() > MAX_BYTES || name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw refused(kind, name, "is longer than " + MAX_BYTES + " bytes in UTF-8");
    }
  }

  static void requireFewLevels(String kind, String name, int levels) {
    if (levels > MAX_LEVELS) {
      throw refused(kind, name, "has more than " + MAX_LEVELS + " levels");
    }
  }

  /** Two spellings of one character must not make two names that look the same. */
  static void requireNormal(String kind, String name) {
    if (!Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
      throw refused(kind, name, "is not in Unicode's composed form (NFC)");
    }
  }

  static void requireLevel(String kind, String name, int start, int end) {
    if (start == end) {
      throw refused(kind, name, "has an empty level");
    }
    for (int i = start; i < end; ) {
      int c = name.codePointAt(i);
      if (!isAllowed(c)) {
        throw refused(
            kind,
            name,
            String.format(
                "contains U+%04X; letters, digits, %s and '.' between levels are allowed",
                c, String.join(" ", ALSO_ALLOWED.split(""))));
      }
      i += Character.charCount(c);
    }
  }

  /** An unpaired surrogate is neither letter nor digit nor mark, and so is refused here too. */
  private static boolean isAllowed(int c) {
    return Character.isLetterOrDigit(c) || isMark(c) || ALSO_ALLOWED.indexOf(c) >= 0;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  static IllegalArgumentException refused(String kind, String name, String fault) {
    return new IllegalArgumentException("The " + kind + " '" + excerpt(name) + "' " + fault + ".");
  }

  /** The name as far as it can be shown in one line of a terminal or a log. */
  private static String excerpt(String name) {
    String head = name.length() > EXCERPT ? name.substring(0, EXCERPT) + "…" : name;
    return head.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
  }
}
