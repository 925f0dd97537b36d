package io.belfry.compare.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that was read, and where it stands. What is not as it should be is told with its place.
 *
 * @param place its place, such as {@code findings[3].runs}
 * @param value the value; null if there is none
 */
record JsonNode(String place, @Nullable Object value) {

  JsonNode get(String name) {
    return new JsonNode(place.isEmpty() ? name : place + "." + name, map().get(name));
  }

  String text() {
    if (value instanceof String text) {
      return text;
    }
    throw wrong("a text");
  }

  long whole() {
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    throw wrong("a whole number");
  }

  double number() {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong("a number");
  }

  <T> List<T> list(Function<JsonNode, T> reader) {
    if (!(value instanceof List<?> list)) {
      throw wrong("a list");
    }
    List<T> read = new ArrayList<>();
    for (Object each : list) {
      read.add(reader.apply(new JsonNode(place + "[" + read.size() + "]", each)));
    }
    return List.copyOf(read);
  }

  /** Keys and values, in their order. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    map().keySet().forEach(key -> texts.put(key.toString(), get(key.toString()).text()));
    return texts;
  }

  /** Values by constants, in the order of these. */
  <E extends Enum<E>, T> Map<E, T> byConstant(Class<E> type, Function<JsonNode, T> reader) {
    Map<E, T> read = new EnumMap<>(type);
    for (Object key : map().keySet()) {
      read.put(constant(type, key.toString()), reader.apply(get(key.toString())));
    }
    return read;
  }

  private <E extends Enum<E>> E constant(Class<E> type, String name) {
    try {
      return Names.read(type, name);
    } catch (IllegalArgumentException e) {
      throw new DamagedException(place + " has \"" + name + "\", which is unknown", e);
    }
  }

  private Map<?, ?> map() {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong("an object");
  }

  private DamagedException wrong(String wanted) {
    return new DamagedException(place + " is not " + wanted, null);
  }

  /** Something is not as it should be; the message says where. */
  static final class DamagedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedException(String what, @Nullable Throwable cause) {
      super(what, cause);
    }
  }
}
