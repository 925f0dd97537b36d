package io.belfry.benchmark.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The options that were given, each with its values. Of those that count once, the last counts. */
public final class Arguments {

  private final Map<String, List<String>> given = new HashMap<>();

  private Arguments() {}

  /**
   * Reads the command line.
   *
   * @param known the options that have a value
   * @param flags the options that have none
   * @param line the command line
   * @throws UsageException if there are others, or a value is missing
   */
  public static Arguments parse(Set<String> known, Set<String> flags, String... line) {
    Arguments arguments = new Arguments();
    for (int i = 0; i < line.length; i++) {
      if (flags.contains(line[i])) {
        arguments.add(line[i], "");
      } else if (!known.contains(line[i])) {
        throw new UsageException("The option '" + line[i] + "' is unknown; see --help.");
      } else if (i + 1 == line.length) {
        throw new UsageException("The option '" + line[i] + "' needs a value.");
      } else {
        arguments.add(line[i], line[++i]);
      }
    }
    return arguments;
  }

  private void add(String option, String value) {
    given.computeIfAbsent(option, unused -> new ArrayList<>()).add(value);
  }

  /** Whether an option was given. */
  public boolean has(String option) {
    return given.containsKey(option);
  }

  /** All values of an option that may be repeated. */
  public List<String> all(String option) {
    return List.copyOf(given.getOrDefault(option, List.of()));
  }

  /** The value of an option. */
  public Optional<String> text(String option) {
    List<String> values = all(option);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** The value of an option, or its default. */
  public String text(String option, String byDefault) {
    return text(option).orElse(byDefault);
  }

  /** The values of an option that stand with commas between, or its defaults. */
  public Stream<String> list(String option, String byDefault) {
    return Stream.of(text(option, byDefault).split(",", -1)).map(String::strip);
  }

  /** A whole number within a range. */
  public int whole(String option, String byDefault, int least, int most) {
    return Numbers.whole(option, text(option, byDefault), least, most);
  }

  /** A number within a range. */
  public double number(String option, String byDefault, double least, double most) {
    return Numbers.number(option, text(option, byDefault), least, most);
  }
}
