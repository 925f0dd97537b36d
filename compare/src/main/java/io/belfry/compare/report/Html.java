package io.belfry.compare.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Markup in the making. Whatever comes in as text or as a value is escaped. */
final class Html {

  private final StringBuilder markup = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins an element; names and values of attributes by turns. */
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    markup.append('>');
    open.push(tag);
    return this;
  }

  /** Ends the element that was begun last. */
  Html close() {
    markup.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element with nothing but text. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** An element with nothing in it. */
  Html empty(String tag, String... attributes) {
    start(tag, attributes);
    markup.append("/>");
    return this;
  }

  Html text(String text) {
    markup.append(escaped(text));
    return this;
  }

  /** Markup of our own, as it is: never anything that came from outside. */
  Html trusted(String own) {
    markup.append(own);
    return this;
  }

  Html line() {
    markup.append('\n');
    return this;
  }

  private void start(String tag, String... attributes) {
    markup.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      markup.append(' ').append(attributes[i]).append("=\"");
      markup.append(escaped(attributes[i + 1])).append('"');
    }
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(each -> {
      switch (each) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.appendCodePoint(isVisible(each) ? each : 0xfffd);
      }
    });
    return safe.toString();
  }

  private static boolean isVisible(int codePoint) {
    return codePoint == '\n' || codePoint == '\t' || !Character.isISOControl(codePoint);
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("Not closed: " + open);
    }
    return markup.toString();
  }
}
