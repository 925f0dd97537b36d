package io.belfry.torture.history;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The text of entries: time, kind and parts, with tabs between them. */
final class Lines {

  private static final String TAB = "\t";
  private static final Map<String, Class<?>> KINDS = kinds();

  private Lines() {}

  static String write(Line line) {
    Entry entry = line.entry();
    List<String> parts = new ArrayList<>();
    parts.add(Long.toString(line.at()));
    parts.add(entry.getClass().getSimpleName());
    for (RecordComponent component : entry.getClass().getRecordComponents()) {
      parts.add(escape(String.valueOf(value(entry, component))));
    }
    return String.join(TAB, parts);
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Line read(String text) {
    String[] parts = text.split(TAB, -1);
    Class<?> kind = parts.length < 2 ? null : KINDS.get(parts[1]);
    if (kind == null || kind.getRecordComponents().length != parts.length - 2) {
      throw new IllegalArgumentException("This is no line of a history: " + text);
    }
    return new Line(Long.parseLong(parts[0]), entry(kind, parts));
  }

  private static Entry entry(Class<?> kind, String... parts) {
    RecordComponent[] components = kind.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = parse(components[i].getType(), unescape(parts[i + 2]));
    }
    try {
      Constructor<?> constructor = kind.getDeclaredConstructor(
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return (Entry) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object parse(Class<?> type, String text) {
    if (type == long.class) {
      return Long.parseLong(text);
    }
    return type == boolean.class ? (Object) Boolean.parseBoolean(text) : text;
  }

  private static Object value(Entry entry, RecordComponent component) {
    try {
      return component.getAccessor().invoke(entry);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace(TAB, "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(c == '\\' && i + 1 < text.length() ? meant(text.charAt(++i)) : c);
    }
    return plain.toString();
  }

  private static char meant(char letter) {
    return switch (letter) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> letter;
    };
  }

  private static Map<String, Class<?>> kinds() {
    Map<String, Class<?>> kinds = new HashMap<>();
    for (Class<?> kind : Entry.class.getPermittedSubclasses()) {
      kinds.put(kind.getSimpleName(), kind);
    }
    return kinds;
  }
}
