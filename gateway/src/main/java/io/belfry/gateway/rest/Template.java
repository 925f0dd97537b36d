package io.belfry.gateway.rest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a path looks like.
 *
 * @param text such as {@code /topics/{topic}/events}
 */
record Template(String text) {

  /** The parts that the path has where the template has names, still escaped. */
  Optional<Map<String, String>> match(String path) {
    List<String> wanted = parts(text);
    List<String> found = parts(path);
    if (wanted.size() != found.size()) {
      return Optional.empty();
    }
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      if (isName(wanted.get(i)) && !found.get(i).isEmpty()) {
        named.put(name(wanted.get(i)), found.get(i));
      } else if (!wanted.get(i).equals(found.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(named);
  }

  boolean has(String name) {
    return parts(text).contains("{" + name + "}");
  }

  @Override
  public String toString() {
    return text;
  }

  private static List<String> parts(String path) {
    return Arrays.asList(path.split("/", -1));
  }

  private static boolean isName(String part) {
    return part.startsWith("{");
  }

  private static String name(String part) {
    return part.substring(1, part.length() - 1);
  }
}
