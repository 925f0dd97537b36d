package io.belfry.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names and values that travel with a payload.
 *
 * <p>Names are case-insensitive and kept in lower case: 1 to 64 of {@code a-z 0-9 - _ .}, beginning
 * with a letter. Each name has one value; a later one replaces an earlier one, also on the wire. A
 * value is any Unicode text without control characters and noncharacters, and may be empty.
 * Together they take at most {@value #MAX_BYTES} bytes, counted as UTF-8 and two more for each
 * header. Their order means nothing.
 *
 * @param values the values by name
 */
public record Headers(Map<String, String> values) {

  /** The limit of all names and values together. */
  public static final int MAX_BYTES = 16_384;

  /** No headers at all. */
  public static final Headers NONE = new Headers(Map.of());

  private static final int MAX_NAME = 64;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");
  private static final int SEPARATORS = 2;

  /** The first characters that take so many bytes in UTF-8. */
  private static final int FIRST_OF_TWO = 0x80;

  private static final int FIRST_OF_THREE = 0x800;
  private static final int FIRST_OF_FOUR = 0x10000;

  /**
   * Copies the values, names in lower case.
   *
   * @throws IllegalArgumentException with one sentence, if a header breaks the rule above
   */
  public Headers {
    Map<String, String> copy = new LinkedHashMap<>();
    for (Map.Entry<String, String> header : values.entrySet()) {
      String name = requireName(header.getKey());
      String value = requireValue(name, header.getValue());
      copy.put(name, value);
    }
    int bytes = bytes(copy);
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "The headers take " + bytes + " bytes; at most " + MAX_BYTES + " are allowed.");
    }
    values = Collections.unmodifiableMap(copy);
  }

  /**
   * Headers with one entry.
   *
   * @param name the header's name
   * @param value the header's value
   * @return the headers
   */
  public static Headers of(String name, String value) {
    return NONE.with(name, value);
  }

  /**
   * These headers and one more, which replaces another of the same name.
   *
   * @param name the header's name
   * @param value the header's value
   * @return new headers
   */
  public Headers with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(requireName(name), value);
    return new Headers(more);
  }

  /**
   * The value of a header.
   *
   * @param name the header's name, in any case
   * @return its value, if there is one
   */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * Whether there are no headers.
   *
   * @return true if there are none
   */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /**
   * How many bytes they take together.
   *
   * @return the bytes in UTF-8, and two more for each header
   */
  public int bytes() {
    return bytes(values);
  }

  private static int bytes(Map<String, String> values) {
    if (values.isEmpty()) {
      return 0; // As in most messages: there is no need for an iterator.
    }
    int bytes = 0;
    for (Map.Entry<String, String> header : values.entrySet()) {
      bytes += header.getKey().length() + bytes(header.getValue()) + SEPARATORS;
    }
    return bytes;
  }

  private static int bytes(String value) {
    int bytes = 0;
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      bytes += c < FIRST_OF_TWO ? 1 : c < FIRST_OF_THREE ? 2 : c < FIRST_OF_FOUR ? 3 : 4;
      i += Character.charCount(c);
    }
    return bytes;
  }

  private static String requireName(String name) {
    // Before it is in lower case: the Kelvin sign would become a k.
    if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A header's name is 1 to "
          + MAX_NAME
          + " of a-z, 0-9, '-', '_' and '.', beginning with a letter.");
    }
    return name.toLowerCase(Locale.ROOT);
  }

  private static String requireValue(String name, String value) {
    if (value.length() > MAX_BYTES) {
      throw new IllegalArgumentException(
          "The value of header '" + name + "' is longer than " + MAX_BYTES + " bytes.");
    }
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      if (Character.isISOControl(c) || isNoCharacter(c)) {
        throw new IllegalArgumentException(String.format(
            "The value of header '%s' contains U+%04X; control characters, unpaired"
                + " surrogates and noncharacters are not allowed.",
            name, c));
      }
      i += Character.charCount(c);
    }
    return value;
  }

  /** Half of a pair, or one of the code points that Unicode keeps out of what is exchanged. */
  private static boolean isNoCharacter(int c) {
    return Character.getType(c) == Character.SURROGATE
        || (c >= 0xFDD0 && c <= 0xFDEF)
        || (c & 0xFFFE) == 0xFFFE;
  }
}
