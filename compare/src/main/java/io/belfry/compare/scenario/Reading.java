package io.belfry.compare.scenario;

import io.belfry.compare.load.Stamp;
import io.belfry.settings.Settings;
import io.belfry.settings.SettingsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes a scenario of what a file says about it. */
final class Reading {

  private static final int MOST_BYTES = 1 << 24;
  private static final int MOST_ROLES = 256;
  private static final int MOST_RATE = 10_000_000;

  private final String name;
  private final Settings settings;
  private final Map<String, String> written;

  Reading(String name, Map<String, String> written) {
    this.name = name;
    this.written = written;
    this.settings = Settings.of("scenario '" + name + "'", Keys.ALL, written);
  }

  Scenario scenario() {
    Scenario scenario = new Scenario(
        name,
        settings.get(Keys.MEANING),
        settings.get(Keys.PATTERN),
        settings.get(Keys.FAULT),
        points(),
        settings.get(Keys.WARM_UP),
        settings.get(Keys.DURATION),
        settings.get(Keys.REPEATS),
        settings.get(Keys.AFTER),
        settings.get(Keys.LASTING),
        settings.get(Keys.PAUSE),
        settings.get(Keys.QUEUE),
        settings.get(Keys.PATIENCE),
        goal(),
        shown());
    requireSensible(scenario);
    return scenario;
  }

  private Optional<Goal> goal() {
    return settings.get(Keys.SEARCH)
        ? Optional.of(new Goal(settings.get(Keys.GOAL_PERCENT), settings.get(Keys.GOAL_LIMIT)))
        : Optional.empty();
  }

  private Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    Keys.ALL.forEach(
        key -> shown.put(key.name(), written.getOrDefault(key.name(), key.defaultText())));
    return shown;
  }

  /** Layers vary fastest, so that what is to be compared is done close together. */
  private List<Point> points() {
    List<Point> points = new ArrayList<>();
    List<Integer> sizes = numbers(Keys.SIZE.name(), Stamp.SIZE, MOST_BYTES);
    List<Integer> rates = numbers(Keys.RATE.name(), 1, MOST_RATE);
    List<Integer> publishers = numbers(Keys.PUBLISHERS.name(), 1, MOST_ROLES);
    List<Integer> subscribers = numbers(Keys.SUBSCRIBERS.name(), 1, MOST_ROLES);
    List<Layer> layers = list(Keys.LAYER.name(), this::layer);
    for (int size : sizes) {
      for (int rate : rates) {
        for (int sending : publishers) {
          for (int receiving : subscribers) {
            for (Layer layer : layers) {
              Map<String, String> varied = new LinkedHashMap<>();
              note(varied, Keys.SIZE.name(), sizes, size);
              note(varied, Keys.RATE.name(), rates, rate);
              note(varied, Keys.PUBLISHERS.name(), publishers, sending);
              note(varied, Keys.SUBSCRIBERS.name(), subscribers, receiving);
              note(varied, Keys.LAYER.name(), layers, word(layer));
              points.add(new Point(size, rate, sending, receiving, layer, varied));
            }
          }
        }
      }
    }
    return List.copyOf(points);
  }

  private static void note(Map<String, String> varied, String name, List<?> values, Object value) {
    if (values.size() > 1) {
      varied.put(name, value.toString());
    }
  }

  private List<Integer> numbers(String key, int least, int most) {
    return list(key, text -> {
      int number = number(key, text, least, most);
      if (number < least || number > most) {
        throw refusal(key, text, "a number from " + least + " to " + most);
      }
      return number;
    });
  }

  private int number(String key, String text, int least, int most) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw refusal(key, text, "a number from " + least + " to " + most);
    }
  }

  private Layer layer(String text) {
    return Arrays.stream(Layer.values())
        .filter(layer -> word(layer).equals(text))
        .findFirst()
        .orElseThrow(() -> refusal(Keys.LAYER.name(), text, "bare or service"));
  }

  private <T> List<T> list(String key, Function<String, T> parse) {
    String text = written.getOrDefault(key, defaultText(key));
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .map(parse)
        .distinct()
        .toList();
  }

  private static String defaultText(String name) {
    return Keys.ALL.stream()
        .filter(key -> key.name().equals(name))
        .findFirst()
        .orElseThrow()
        .defaultText();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private SettingsException refusal(String key, String text, String wanted) {
    return new SettingsException("The setting '" + key + "' of scenario '" + name + "' must be "
        + wanted + ", not '" + text + "'.");
  }

  private void requireSensible(Scenario scenario) {
    boolean isPubSub = scenario.pattern() == Pattern.PUBSUB;
    require(
        isPubSub || scenario.fault() == Fault.NONE,
        "has a fault, which is tried with pattern = pubsub only");
    require(
        isPubSub || scenario.points().stream().allMatch(point -> point.layer() == Layer.BARE),
        "has a layer, which is for pattern = pubsub only");
    require(
        scenario.search().isEmpty()
            || (scenario.fault() == Fault.NONE && scenario.pattern() != Pattern.NOTIFY),
        "has a search, which needs a pattern other than notify, and no fault");
    require(
        scenario.fault() != Fault.SLOW_SUBSCRIBER || !scenario.pause().isZero(),
        "has a slow subscriber; set its pause");
    require(!scenario.duration().isZero(), "measures for no time at all; set its duration");
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new SettingsException("The scenario '" + name + "' " + otherwise + ".");
    }
  }
}
