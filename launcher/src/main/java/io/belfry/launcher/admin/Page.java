package io.belfry.launcher.admin;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered.
 *
 * @param status the status of HTTP
 * @param type what the text is
 * @param text the body
 */
public record Page(int status, String type, String text) {

  private static final Map<Integer, String> TITLES = Map.of(
      401, "Unauthorized",
      403, "Forbidden",
      404, "Not Found",
      405, "Method Not Allowed",
      500, "Internal Server Error");

  /** A page in JSON. */
  static Page json(int status, Map<String, Object> content) {
    return new Page(status, "application/json", written(content));
  }

  /** What is wrong, as a program can read it, with one sentence for people. */
  static Page problem(int status, String sentence) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("type", "about:blank");
    content.put("title", TITLES.getOrDefault(status, ""));
    content.put("status", status);
    content.put("detail", sentence);
    return new Page(status, "application/problem+json", written(content));
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String written(Map<String, Object> content) {
    try {
      return JSON.std.asString(content) + "\n";
    } catch (IOException e) {
      throw new IllegalStateException("Only strings, numbers and maps are written.", e);
    }
  }
}
