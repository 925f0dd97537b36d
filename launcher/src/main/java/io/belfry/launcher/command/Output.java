package io.belfry.launcher.command;

import com.fasterxml.jackson.jr.ob.JSON;
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
      out.println(json(rows));
    } else if (!rows.isEmpty()) {
      print(rows, out);
    }
    out.flush();
  }

  private static String json(Object value) {
    try {
      return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(value);
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
