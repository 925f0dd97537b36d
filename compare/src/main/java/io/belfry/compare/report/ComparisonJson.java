package io.belfry.compare.report;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.compare.result.Comparison;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON file of a comparison. Metrics are named as in {@code response-p99}. For each finding it
 * has what was measured in each run and, so that a script needs no arithmetic, the medians with
 * their intervals, the sum of the accounts, and the letter of those that promise the same. The
 * points of a curve are written as {@code [percent, nanoseconds]}, the slices of a timeline as
 * {@code [at, sent, received, slowest]}. What is no number, or endless, is not written.
 */
public final class ComparisonJson {

  static final String FORMAT = "belfry-comparison";
  static final int VERSION = 1;

  private ComparisonJson() {}

  /**
   * Writes a comparison.
   *
   * @param comparison the comparison
   * @param file where to; replaced if it is there
   * @throws IOException if it can't be written
   */
  public static void write(Comparison comparison, Path file) throws IOException {
    JSON json = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);
    Files.writeString(file, json.asString(JsonWriting.of(comparison)) + "\n");
  }

  /** The same on one line. */
  static String text(Comparison comparison) throws IOException {
    return JSON.std.asString(JsonWriting.of(comparison));
  }

  /**
   * Reads what was written.
   *
   * @param file the file
   * @return the comparison
   * @throws UnreadableException if it is not there, not a comparison, of another version, or
   *     damaged
   */
  public static Comparison read(Path file) {
    Map<?, ?> map = parsed(file);
    requireFormat(file, map);
    try {
      return JsonReading.comparison(new JsonNode("", map));
    } catch (JsonNode.DamagedException e) {
      throw damaged(file, e.getMessage(), e);
    }
  }

  private static Map<?, ?> parsed(Path file) {
    String text = text(file);
    try {
      Object value = JSON.std.anyFrom(text);
      if (value instanceof Map<?, ?> map) {
        return map;
      }
      throw damaged(file, "it is no JSON object", null);
    } catch (IOException e) {
      throw damaged(file, "it is no whole JSON object", e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new UnreadableException(
          "There is no file " + file + ": check its name, or run a comparison first.", e);
    } catch (CharacterCodingException e) {
      throw damaged(file, "it is no text", e);
    } catch (IOException e) {
      throw new UnreadableException(
          "The file " + file + " can't be read: check that it is a file, and its permissions.", e);
    }
  }

  private static void requireFormat(Path file, Map<?, ?> map) {
    if (!FORMAT.equals(map.get("format"))) {
      throw new UnreadableException("The file " + file
          + " is no comparison of Belfry: give a JSON file that a comparison has written.");
    }
    if (!Integer.valueOf(VERSION).equals(map.get("version"))) {
      throw new UnreadableException("The file " + file + " has version " + map.get("version")
          + ", and this program reads version " + VERSION
          + ": read it with the version of Belfry that wrote it.");
    }
  }

  private static UnreadableException damaged(
      Path file, @Nullable String what, @Nullable Throwable cause) {
    return new UnreadableException(
        "The file " + file + " is damaged (" + what
            + "): take another copy of it, or run the comparison again.",
        cause);
  }
}
