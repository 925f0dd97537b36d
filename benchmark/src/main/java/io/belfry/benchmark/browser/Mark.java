package io.belfry.benchmark.browser;

import io.belfry.benchmark.wire.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts that carry a number, and can be found in whatever form they come. */
public final class Mark {

  /** How many characters it takes, and so the least size of a text. */
  public static final int LEAST = 17;

  /** Nothing else that a server writes has this one. */
  static final char FIRST = '~';

  static final int DIGITS = LEAST - 1;

  private Mark() {}

  /** A text as long as the payload, with the payload's number. */
  public static String text(byte[] payload) {
    byte[] text = new byte[payload.length];
    Arrays.fill(text, (byte) 'x');
    text[0] = FIRST;
    long number = Sequence.of(payload, 0);
    for (int i = DIGITS; i > 0; i--) {
      text[i] = (byte) Character.forDigit((int) (number & 0xf), 16);
      number >>>= 4;
    }
    return new String(text, StandardCharsets.US_ASCII);
  }
}
