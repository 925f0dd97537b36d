package io.belfry.service.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages a text of JSON where it hurts: its values, its names, and its bytes. */
final class Disfigured {

  /** A text or a number. */
  private static final Pattern TOKEN = Pattern.compile("\"[^\"\\\\]*\"|[0-9]+");

  private static final List<String> VALUES = List.of(
      "null",
      "true",
      "-1",
      "-0",
      "1.5",
      "2",
      "1e999999999",
      "-1E-999999999",
      "9223372036854775808",
      "9".repeat(90),
      "9".repeat(5_000),
      "\"\"",
      "\"\\ud800\"",
      "\"\\udc00\\ud800\"",
      "\"\\u0000\"",
      "\"a..b\"",
      "\"#.a\"",
      "\"belfry.beacon\"",
      "\"e/1/t:99999999999999999999\"",
      "\"2026-99-01T00:00:00Z\"",
      "\"" + "x".repeat(70_000) + "\"",
      "\"" + "x".repeat(1_000) + "\"",
      "{}",
      "[]",
      "[{}]",
      "[".repeat(40),
      "[".repeat(20_000),
      "{\"a\":".repeat(10_000),
      "{\"" + "n".repeat(3_000) + "\":1}",
      "NaN",
      "Infinity",
      "'a'",
      "/* */ 1",
      "0x10",
      "01",
      "\"\t\"");

  private Disfigured() {}

  static byte[] json(byte[] original, List<byte[]> others, SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> Mutations.of(original, random);
      case 1 -> spliced(original, others.get(random.nextInt(others.size())), random);
      case 2 -> Mutations.of(swapped(original, random), random);
      default -> swapped(original, random);
    };
  }

  /** Another value in the place of a value or a name. */
  private static byte[] swapped(byte[] original, SplittableRandom random) {
    String text = new String(original, StandardCharsets.UTF_8);
    List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
    MatchResult token = tokens.get(random.nextInt(tokens.size()));
    String value = VALUES.get(random.nextInt(VALUES.size()));
    return (text.substring(0, token.start()) + value + text.substring(token.end()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The beginning of one and the end of another. */
  private static byte[] spliced(byte[] one, byte[] other, SplittableRandom random) {
    int head = random.nextInt(one.length + 1);
    int tail = random.nextInt(other.length + 1);
    byte[] both = new byte[head + tail];
    System.arraycopy(one, 0, both, 0, head);
    System.arraycopy(other, other.length - tail, both, head, tail);
    return both;
  }
}
