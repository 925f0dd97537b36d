package io.belfry.gateway.rest;

import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads what is escaped in an address, as UTF-8 and nothing else. */
final class Percent {

  private static final int HEXADECIMAL = 16;

  private Percent() {}

  /** A part of a path. */
  static String decoded(String raw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) == '%') {
        bytes.write(escaped(raw, i));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(raw.charAt(i)).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      ByteBuffer all = ByteBuffer.wrap(bytes.toByteArray());
      return StandardCharsets.UTF_8.newDecoder().decode(all).toString();
    } catch (CharacterCodingException e) {
      throw broken();
    }
  }

  /** A name or a value of a query, in which a plus is a space. */
  static String decodedOfQuery(String raw) {
    return decoded(raw.replace('+', ' '));
  }

  private static int escaped(String raw, int at) {
    if (at + 2 < raw.length()) {
      int high = Character.digit(raw.charAt(at + 1), HEXADECIMAL);
      int low = Character.digit(raw.charAt(at + 2), HEXADECIMAL);
      if (high >= 0 && low >= 0) {
        return high * HEXADECIMAL + low;
      }
    }
    throw broken();
  }

  private static ServiceException broken() {
    return new ServiceException(
        Code.BAD_REQUEST,
        "The address has a broken escape; write each byte of UTF-8 as a percent sign and two"
            + " hexadecimal digits.");
  }
}
