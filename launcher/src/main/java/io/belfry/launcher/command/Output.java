package io.belfry.launcher.command;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.service.EmailRegistration;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Listings: a table for people, JSON for programs. */
final class Output {

  private static final String GAP = "  ";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Answers in JSON.")
  private boolean isJson;

  /** A row: names of columns and values, by turns. */
  static Map<String, Object> row(Object... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return row;
  }

  /** Prints rows that have the same columns. */
  void list(List<Map<String, Object>> rows) {
    PrintWriter out = spec.commandLine().getOut();
    if (isJson) {
      out.println(json(rows, true));
    } else if (!rows.isEmpty()) {
      print(rows, out);
    }
    out.flush();
  }

  /** A registration as a row. */
  static Map<String, Object> row(EmailRegistration registration) {
    return row(
        "filter",
        registration.filter().pattern(),
        "address",
        registration.address(),
        "language",
        registration.language());
  }

  /** Shows the values of one thing, one below the other. */
  void sheet(Map<String, Object> row) {
    if (isJson) {
      print(json(row, true));
      return;
    }
    int width = row.keySet().stream().mapToInt(String::length).max().orElse(0);
    row.forEach((name, value) ->
        print((name + " ".repeat(width - name.length()) + GAP + text(value)).stripTrailing()));
  }

  /** Tells of one thing that was done. */
  void tell(String sentence, Map<String, Object> row) {
    print(isJson ? json(row, true) : sentence);
  }

  /** Tells of one of many, in a line. */
  void event(String line, Map<String, Object> row) {
    print(isJson ? json(row, false) : line);
  }

  /** Says something to whoever reads along. For any thread. */
  void say(String line) {
    print(line);
  }

  /** Tells people what they may want to know, and programs nothing. */
  void hint(String sentence) {
    if (!isJson && Terminal.isThere()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(sentence);
      err.flush();
    }
  }

  /** A constant as it is written in JSON and on the command line. */
  static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private synchronized void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }

  private static String json(Object value, boolean isForPeople) {
    try {
      return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT, isForPeople).asString(value);
    } catch (IOException e) {
      throw new IllegalStateException("Only strings, numbers, lists and maps are printed.", e);
    }
  }

  private static void print(List<Map<String, Object>> rows, PrintWriter out) {
    Map<String, Integer> widths = new TreeMap<>();
    for (Map<String, Object> row : rows) {
      row.forEach((name, value) ->
          widths.merge(name, Math.max(name.length(), text(value).length()), Math::max));
    }
    Map<String, Object> header = new LinkedHashMap<>();
    rows.get(0).keySet().forEach(name -> header.put(name, name.toUpperCase(Locale.ROOT)));
    out.println(line(header, widths));
    rows.forEach(row -> out.println(line(row, widths)));
  }

  private static String line(Map<String, Object> row, Map<String, Integer> widths) {
    StringBuilder line = new StringBuilder();
    row.forEach((name, value) -> {
      String text = text(value);
      line.append(text)
          .append(" ".repeat(widths.getOrDefault(name, 0) - text.length()))
          .append(GAP);
    });
    return line.toString().stripTrailing();
  }

  private static String text(Object value) {
    return value instanceof Collection<?> several
        ? String.join(" ", several.stream().map(Object::toString).toList())
        : value.toString();
  }
}
