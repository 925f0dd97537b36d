package io.belfry.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A setting that a provider knows: its name, type, default and meaning. Immutable.
 *
 * @param <T> the type of its value
 */
public final class SettingKey<T> {

  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15})\\s*([A-Za-z]*)");
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
  private static final Map<String, Long> BYTES =
      Map.of("", 1L, "b", 1L, "kib", 1L << 10, "mib", 1L << 20, "gib", 1L << 30);

  private final String name;
  private final String type;
  private final String meaning;
  private final String defaultText;
  private final boolean secret;
  private final Function<String, T> parser;

  private SettingKey(
      String name,
      String type,
      String meaning,
      String defaultText,
      boolean secret,
      Function<String, T> parser) {
    this.name = name;
    this.type = type;
    this.meaning = meaning;
    this.defaultText = defaultText;
    this.secret = secret;
    this.parser = parser;
  }

  /**
   * Any text.
   *
   * @param name the key
   * @param defaultText the value if none is given
   * @param meaning one sentence for the user
   * @return the key
   */
  public static SettingKey<String> text(String name, String defaultText, String meaning) {
    return new SettingKey<>(name, "text", meaning, defaultText, false, value -> value);
  }

  /**
   * Any text, or nothing.
   *
   * @param name the key
   * @param meaning one sentence for the user
   * @return the key, without a default
   */
  public static SettingKey<Optional<String>> optionalText(String name, String meaning) {
    return optional(name, "text", meaning, value -> value);
  }

  /**
   * A file or directory, or nothing.
   *
   * @param name the key
   * @param meaning one sentence for the user
   * @return the key, without a default
   */
  public static SettingKey<Optional<Path>> optionalPath(String name, String meaning) {
    return optional(name, "a path", meaning, Path::of);
  }

  /**
   * A whole number within bounds.
   *
   * @param name the key
   * @param least the least value allowed
   * @param most the greatest value allowed
   * @param defaultValue the value if none is given
   * @param meaning one sentence for the user
   * @return the key
   */
  public static SettingKey<Integer> number(
      String name, int least, int most, int defaultValue, String meaning) {
    String type = "a number from " + least + " to " + most;
    return new SettingKey<>(
        name, type, meaning, Integer.toString(defaultValue), false, v -> within(v, least, most));
  }

  /**
   * True or false.
   *
   * @param name the key
   * @param defaultValue the value if none is given
   * @param meaning one sentence for the user
   * @return the key
   */
  public static SettingKey<Boolean> flag(String name, boolean defaultValue, String meaning) {
    return new SettingKey<>(
        name, "true or false", meaning, Boolean.toString(defaultValue), false, SettingKey::flagOf);
  }

  /**
   * A time span such as {@code 500ms}, {@code 2s}, {@code 5m}, {@code 1h} or {@code 7d}.
   *
   * @param name the key
   * @param defaultText the value if none is given, written that way
   * @param meaning one sentence for the user
   * @return the key
   */
  public static SettingKey<Duration> duration(String name, String defaultText, String meaning) {
    return new SettingKey<>(
        name,
        "a duration such as 500ms or 2s",
        meaning,
        defaultText,
        false,
        value -> Duration.ofMillis(amount(value, MILLIS)));
  }

  /**
   * A time that may be absent: for ever, or never.
   *
   * @param name the key
   * @param meaning one sentence for the user, which says what its absence means
   * @return the key
   */
  public static SettingKey<Optional<Duration>> optionalDuration(String name, String meaning) {
    return optional(
        name,
        "a duration such as 500ms or 2s",
        meaning,
        value -> Duration.ofMillis(amount(value, MILLIS)));
  }

  /**
   * A number of bytes such as {@code 512}, {@code 64KiB} or {@code 1MiB}, up to 2 GiB less one.
   *
   * @param name the key
   * @param defaultText the value if none is given, written that way
   * @param meaning one sentence for the user
   * @return the key
   */
  public static SettingKey<Integer> size(String name, String defaultText, String meaning) {
    return new SettingKey<>(
        name,
        "a size such as 64KiB or 1MiB",
        meaning,
        defaultText,
        false,
        value -> Math.toIntExact(amount(value, BYTES)));
  }

  /**
   * A number of bytes such as {@code 512MiB} or {@code 4GiB}, which may be more than fits into
   * memory.
   *
   * @param name the key
   * @param defaultText the value if none is given, written that way
   * @param meaning one sentence for the user
   * @return the key
   */
  public static SettingKey<Long> largeSize(String name, String defaultText, String meaning) {
    return new SettingKey<>(
        name,
        "a size such as 512MiB or 4GiB",
        meaning,
        defaultText,
        false,
        value -> amount(value, BYTES));
  }

  /**
   * A number that need not be whole.
   *
   * @param name the key
   * @param least the least value
   * @param most the greatest value
   * @param defaultValue the value if none is given
   * @param meaning one sentence for the user
   * @return the key
   */
  public static SettingKey<Double> decimal(
      String name, double least, double most, double defaultValue, String meaning) {
    return new SettingKey<>(
        name,
        "a number from " + least + " to " + most,
        meaning,
        Double.toString(defaultValue),
        false,
        value -> within(value, least, most));
  }

  /**
   * One of the constants of an enum, written in lower case with hyphens.
   *
   * @param <E> the enum
   * @param name the key
   * @param defaultValue the value if none is given
   * @param meaning one sentence for the user
   * @return the key
   */
  public static <E extends Enum<E>> SettingKey<E> choice(
      String name, E defaultValue, String meaning) {
    Class<E> choices = defaultValue.getDeclaringClass();
    StringBuilder type = new StringBuilder();
    for (E choice : choices.getEnumConstants()) {
      type.append(type.isEmpty() ? "" : " or ").append(written(choice));
    }
    return new SettingKey<>(
        name,
        type.toString(),
        meaning,
        written(defaultValue),
        false,
        value -> Enum.valueOf(choices, value.replace('-', '_').toUpperCase(Locale.ROOT)));
  }

  /**
   * This key with its value masked in every output.
   *
   * @return a new key
   */
  public SettingKey<T> asSecret() {
    return new SettingKey<>(name, type, meaning, defaultText, true, parser);
  }

  /**
   * The key as it is written in a profile.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * What a value looks like.
   *
   * @return a few words
   */
  public String type() {
    return type;
  }

  /**
   * What the setting does.
   *
   * @return one sentence
   */
  public String meaning() {
    return meaning;
  }

  /**
   * The value if none is given, as it would be written; empty if the setting may be absent.
   *
   * @return the default
   */
  public String defaultText() {
    return defaultText;
  }

  /**
   * Whether the value must be masked in every output.
   *
   * @return true for a password or a key
   */
  public boolean isSecret() {
    return secret;
  }

  /**
   * Reads a value.
   *
   * @param text the value as it is written
   * @return the value
   * @throws SettingsException with one sentence, if it is malformed
   */
  T parse(String text) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      String shown = secret ? "***" : text;
      throw new SettingsException(
          "The setting '" + name + "' must be " + type + ", but is '" + shown + "'.");
    }
  }

  @Override
  public String toString() {
    return name;
  }

  private static <T> SettingKey<Optional<T>> optional(
      String name, String type, String meaning, Function<String, T> parser) {
    return new SettingKey<>(
        name,
        type,
        meaning,
        "",
        false,
        value -> value.isEmpty() ? Optional.empty() : Optional.of(parser.apply(value)));
  }

  private static <E extends Enum<E>> String written(E choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static int within(String value, int least, int most) {
    int number = Integer.parseInt(value);
    if (number < least || number > most) {
      throw new IllegalArgumentException(value);
    }
    return number;
  }

  private static double within(String value, double least, double most) {
    double number = Double.parseDouble(value);
    if (!(number >= least && number <= most)) {
      throw new IllegalArgumentException(value);
    }
    return number;
  }

  private static boolean flagOf(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(value);
    };
  }

  private static long amount(String value, Map<String, Long> units) {
    Matcher matcher = AMOUNT.matcher(value);
    Long unit = matcher.matches() ? units.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
    if (unit == null) {
      throw new IllegalArgumentException(value);
    }
    return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
  }
}
