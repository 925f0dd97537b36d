package io.belfry.transport.jms;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Header names as names of JMS properties, which must be Java identifiers, and back. A hyphen and a
 * dot become words in capitals between underscores; since a header's name has no capitals, nothing
 * else can look like that. Safe for any thread.
 */
final class PropertyNames {

  private static final String HYPHEN = "_HYPHEN_";
  private static final String DOT = "_DOT_";

  /** Follows a name that a selector would take for a word of its own. */
  private static final String WORD = "_WORD_";

  private static final Set<String> WORDS_OF_SELECTORS =
      Set.of("null", "true", "false", "not", "and", "or", "between", "like", "in", "is", "escape");

  private static final Pattern HEADER = Pattern.compile("[a-z][a-z0-9._-]{0,63}");

  /** Names that strangers make up must not fill the memory. */
  private static final int MAX_REMEMBERED = 1_000;

  private static final ConcurrentHashMap<String, String> ENCODED = new ConcurrentHashMap<>();
  private static final ConcurrentHashMap<String, Optional<String>> DECODED =
      new ConcurrentHashMap<>();

  private PropertyNames() {}

  /** The property that carries a header. */
  static String encode(String header) {
    String known = ENCODED.get(header);
    return known != null ? known : remember(ENCODED, header, encoded(header));
  }

  /** The header that a property carries, if it carries one. */
  static Optional<String> decode(String property) {
    Optional<String> known = DECODED.get(property);
    return known != null ? known : remember(DECODED, property, decoded(property));
  }

  private static String encoded(String header) {
    String name = header.replace("-", HYPHEN).replace(".", DOT);
    return WORDS_OF_SELECTORS.contains(name) ? name + WORD : name;
  }

  private static Optional<String> decoded(String property) {
    String header = property.replace(HYPHEN, "-").replace(DOT, ".");
    if (property.endsWith(WORD)) {
      header = property.substring(0, property.length() - WORD.length());
      return Optional.of(header).filter(WORDS_OF_SELECTORS::contains);
    }
    return HEADER.matcher(header).matches() ? Optional.of(header) : Optional.empty();
  }

  private static <T> T remember(ConcurrentHashMap<String, T> names, String name, T value) {
    if (names.size() >= MAX_REMEMBERED) {
      names.clear();
    }
    names.put(name, value);
    return value;
  }
}
