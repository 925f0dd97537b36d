package io.belfry.compare.worker;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said between a laboratory and its workers: an object of JSON a line. */
final class Wording {

  static final String DO = "do";
  static final String PREPARE = "prepare";
  static final String CLOCK = "clock";
  static final String BEGIN = "begin";
  static final String PROGRESS = "progress";
  static final String FINISH = "finish";
  static final String FAILED = "failed";

  private Wording() {}

  static String write(Map<String, ?> said) {
    try {
      return JSON.std.asString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is no such object
   */
  static Map<String, Object> read(String line) {
    try {
      return JSON.std.mapFrom(line);
    } catch (IOException e) {
      throw new IllegalArgumentException("It is no object of JSON.", e);
    }
  }

  static long number(Map<String, Object> said, String name) {
    return said.get(name) instanceof Number number ? number.longValue() : 0;
  }

  static double decimal(Map<String, Object> said, String name) {
    return said.get(name) instanceof Number number ? number.doubleValue() : 0;
  }

  static String text(Map<String, Object> said, String name) {
    return said.get(name) instanceof String text ? text : "";
  }

  @SuppressWarnings("unchecked") // JSON has no other names than strings.
  static Map<String, Object> object(@Nullable Object said) {
    return said instanceof Map<?, ?> object ? (Map<String, Object>) object : Map.of();
  }
}
