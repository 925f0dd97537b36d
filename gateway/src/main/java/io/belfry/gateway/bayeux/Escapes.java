package io.belfry.gateway.bayeux;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** One level of a topic, as CometD allows it in a channel. */
final class Escapes {

  private static final char ESCAPE = '!';
  private static final int LENGTH = 3;
  private static final String PLAIN = "-_~@";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Escapes() {}

  static String escape(String level) {
    StringBuilder written = new StringBuilder();
    for (byte next : level.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain((char) next)) {
        written.append((char) next);
      } else {
        written.append(ESCAPE).append(HEX.toHexDigits(next));
      }
    }
    return written.toString();
  }

  /**
   * Reads it back.
   *
   * @throws IllegalArgumentException with a sentence, if an escape is none
   */
  static String unescape(String written) {
    if (written.indexOf(ESCAPE) < 0) {
      return written;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < written.length(); i++) {
      if (written.charAt(i) == ESCAPE) {
        bytes.write(escaped(written, i));
        i += LENGTH - 1;
      } else {
        bytes.writeBytes(written.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int escaped(String written, int at) {
    if (at + LENGTH > written.length()
        || !HexFormat.isHexDigit(written.charAt(at + 1))
        || !HexFormat.isHexDigit(written.charAt(at + 2))) {
      throw new IllegalArgumentException(
          "In a channel, '!' stands before a byte in UTF-8, as two hexadecimal digits.");
    }
    return HexFormat.fromHexDigits(written, at + 1, at + LENGTH);
  }

  private static boolean isPlain(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || PLAIN.indexOf(character) >= 0;
  }
}
