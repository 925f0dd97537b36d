package io.belfry.message;

import io.belfry.trials.Trials;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names as users, attackers and accidents write them. */
final class RandomNames {

  /**
   * Letters, digits and marks of several scripts, some beyond the Basic Multilingual Plane; all
   * composed.
   */
  private static final String[] GOOD = {
    "a", "B", "7", "-", "_", "~", "@", "=", "é", "ß", "я", "Ω", "ش", "मु", "水", "한", "๓", "𐍈",
    "𝟗", "ة"
  };

  private static final String[] BAD = {
    "", "*", "#", "$", "+", "/", ":", "?", "&", ">", ",", " ", "|", "\\", "%", "\0", "\r", "\n",
    "\t", "\u001b", "\u007f", "\u0085", "\u00a0", "\u200b", "\u2028", "\u2029", "\u202e", "\ufeff",
    "\ud800", "\udfff", "\ue000", "\ufffe", "e\u0301", "\u212b", "🔔", "👩‍👧", "½", "€", "..",
    "\u20dd"
  };

  private RandomNames() {}

  /** A name that is good, or nearly, or not at all. */
  static String any(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> good(random);
      case 1 -> spoilt(random);
      case 2 -> soup(random);
      default -> repeated(random);
    };
  }

  /** Levels with allowed characters; now and then there are too many of either. */
  static String good(SplittableRandom random) {
    return levels(random, 1 + random.nextInt(random.nextInt(10) == 0 ? 40 : 5));
  }

  private static String levels(SplittableRandom random, int count) {
    return IntStream.range(0, count).mapToObj(i -> level(random)).collect(Collectors.joining("."));
  }

  private static String level(SplittableRandom random) {
    return IntStream.rangeClosed(0, random.nextInt(8))
        .mapToObj(i -> Trials.oneOf(random, GOOD))
        .collect(Collectors.joining());
  }

  private static String spoilt(SplittableRandom random) {
    String name = good(random);
    int at = random.nextInt(name.length() + 1);
    return name.substring(0, at) + Trials.oneOf(random, BAD) + name.substring(at);
  }

  /** Any UTF-16 units at all, dots among them. */
  private static String soup(SplittableRandom random) {
    int most = Trials.oneOf(random, 0x80, 0x100, 0x3000, 0x10000);
    return IntStream.range(0, random.nextInt(12))
        .mapToObj(i -> random.nextInt(5) == 0 ? "." : String.valueOf((char) random.nextInt(most)))
        .collect(Collectors.joining());
  }

  /** Around the limits of 255 bytes and 32 levels. */
  private static String repeated(SplittableRandom random) {
    String piece =
        Trials.oneOf(random, List.of("a", "é", "水", "𐍈", "a.", "é.").toArray(String[]::new));
    String name = piece.repeat(1 + random.nextInt(300));
    return name.endsWith(".") && random.nextBoolean() ? name + "z" : name;
  }
}
