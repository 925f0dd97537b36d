package org.example.belfry.tcp;

import io.belfry.message.Headers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Headers as text, a line for each. No escapes are needed: a name has no colon, and a value no line
 * feed.
 */
final class HeaderLines {

  private static final byte[] NONE = {};

  private HeaderLines() {}

  static byte[] write(Headers headers) {
    if (headers.isEmpty()) {
      return NONE;
    }
    StringBuilder lines = new StringBuilder();
    headers
        .values()
        .forEach((name, value) -> lines.append(name).append(':').append(value).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads what may be anything; {@link Headers} checks the names and values. */
  static Headers read(String lines) {
    if (lines.isEmpty()) {
      return Headers.NONE;
    }
    Map<String, String> headers = new HashMap<>();
    for (String line : lines.split("\n")) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("A header has no colon.");
      }
      headers.put(line.substring(0, colon), line.substring(colon + 1));
    }
    return new Headers(headers);
  }
}
