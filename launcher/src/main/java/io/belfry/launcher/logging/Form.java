package io.belfry.launcher.logging;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a line is written. */
public enum Form {
  /** For people: a trace stands below its line, set in, so that nothing in it passes for a line. */
  TEXT {
    @Override
    String written(Line line) {
      String shortName = line.logger().substring(line.logger().lastIndexOf('.') + 1);
      StringBuilder text = new StringBuilder(TIME.format(line.at()))
          .append(' ')
          .append(line.level().toUpperCase(Locale.ROOT))
          .append(' ')
          .append(shortName)
          .append(": ")
          .append(inOneLine(line.message()))
          .append('\n');
      line.error()
          .ifPresent(trace -> trace
              .lines()
              .forEach(each -> text.append("    ").append(inOneLine(each)).append('\n')));
      return text.toString();
    }
  },

  /** For programs: an object. */
  JSON {
    @Override
    String written(Line line) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("at", TIME.format(line.at()));
      fields.put("level", line.level());
      fields.put("logger", line.logger());
      fields.put("thread", line.thread());
      fields.put("message", line.message());
      line.error().ifPresent(trace -> fields.put("error", trace));
      return json(fields) + "\n";
    }
  };

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
          "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  /** All of it, with a line feed at the end. */
  abstract String written(Line line);

  /** Whatever somebody got into a message, it makes no line of its own, and steers no terminal. */
  private static String inOneLine(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(each -> {
      if (each == '\t' || !Character.isISOControl(each)) {
        safe.appendCodePoint(each);
      } else {
        safe.append(each == '\n' ? "\\n" : String.format("\\u%04x", each));
      }
    });
    return safe.toString();
  }

  private static String json(Map<String, Object> fields) {
    try {
      return com.fasterxml.jackson.jr.ob.JSON.std.asString(fields);
    } catch (IOException e) {
      throw new IllegalStateException("Only strings are written.", e);
    }
  }
}
