package io.belfry.benchmark.browser;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Finds a few bytes among many. */
final class Bytes {

  static final byte[] LINE_END = ascii("\r\n");
  static final byte[] EMPTY_LINE = ascii("\r\n\r\n");

  private Bytes() {}

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Where they begin, or -1. */
  static int find(ByteBuffer in, byte[] wanted) {
    for (int at = in.position(); at <= in.limit() - wanted.length; at++) {
      if (in.get(at) == wanted[0] && isAt(in, at, wanted)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isAt(ByteBuffer in, int at, byte[] wanted) {
    for (int i = 1; i < wanted.length; i++) {
      if (in.get(at + i) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
