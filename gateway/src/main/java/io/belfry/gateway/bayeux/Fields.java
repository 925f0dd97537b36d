package io.belfry.gateway.bayeux;

import java.util.List;
import java.util.Map;

/** The fields of messages that CometD and its extensions read, and take for what they should be. */
final class Fields {

  private static final List<String> TEXTS = List.of("channel", "clientId", "connectionType");
  private static final List<String> OBJECTS = List.of("ext", "advice");

  private Fields() {}

  /**
   * Checks a message.
   *
   * @throws IllegalArgumentException with a sentence that names the field
   */
  static void check(Map<String, Object> message) {
    TEXTS.forEach(name -> require(message, name, "a text", String.class));
    OBJECTS.forEach(name -> require(message, name, "an object", Map.class));
    require(message, "id", "a text", String.class, Number.class);
    require(message, "subscription", "a text or a list", String.class, List.class);
    Map<?, ?> advice = object(message, "advice");
    require(advice, "timeout", "a number", Number.class);
    require(advice, "interval", "a number", Number.class);
    Map<?, ?> ext = object(message, "ext");
    require(ext, "ack", "a number or true", Number.class, Boolean.class);
    require(ext, "belfry", "an object", Map.class);
    require(ext, "timesync", "an object", Map.class);
    checkTime(object(ext, "timesync"));
  }

  private static void checkTime(Map<?, ?> sync) {
    if (!sync.isEmpty()) {
      List.of("tc", "l", "o").forEach(name -> require(sync, name, "a number", Number.class));
      if (!sync.containsKey("tc") || sync.containsKey("l") != sync.containsKey("o")) {
        throw new IllegalArgumentException("The field 'timesync' of a message has tc, l and o.");
      }
    }
  }

  /** An object in a message; an empty one if there is none. */
  static Map<?, ?> object(Map<?, ?> message, String name) {
    return message.get(name) instanceof Map<?, ?> object ? object : Map.of();
  }

  private static void require(Map<?, ?> message, String name, String what, Class<?>... types) {
    if (!message.containsKey(name)) {
      return;
    }
    for (Class<?> type : types) {
      if (type.isInstance(message.get(name))) {
        return;
      }
    }
    throw new IllegalArgumentException("The field '" + name + "' of a message is " + what + ".");
  }
}
