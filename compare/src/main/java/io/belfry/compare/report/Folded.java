package io.belfry.compare.report;

import java.util.ArrayList;
import java.util.List;

/** Text in lines that are not too wide. */
final class Folded {

  private Folded() {}

  /** With what stands before the first line, and as much room before the others. */
  static List<String> lines(String indent, String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    int start = indent.length();
    for (String word : safe(text).strip().split("\\s+", -1)) {
      if (line.length() > start && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(" ".repeat(start));
      }
      line.append(line.length() > start ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Whatever somebody got into a name, it steers no terminal. */
  static String safe(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(each -> safe.appendCodePoint(Character.isISOControl(each) ? ' ' : each));
    return safe.toString();
  }

  /** With the middle left out if it is too long: names often differ at their ends. */
  static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = (most - 1) / 2;
    return text.substring(0, most - 1 - end) + "…" + text.substring(text.length() - end);
  }
}
