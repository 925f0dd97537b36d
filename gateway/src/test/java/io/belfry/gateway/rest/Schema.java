package io.belfry.gateway.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks JSON against as much of JSON Schema as our documents use. Stricter in one thing: what has
 * properties has no others, so that an answer shows nothing that is not described.
 */
public final class Schema {

  private static final Set<String> KNOWN = Set.of(
      "$ref",
      "type",
      "properties",
      "required",
      "additionalProperties",
      "items",
      "enum",
      "oneOf",
      "minimum",
      "maximum",
      "minLength",
      "maxLength",
      "pattern",
      // These say something to people.
      "description",
      "format",
      "examples",
      "default",
      "contentEncoding");

  private final Map<?, ?> document;

  /** Reads it as a document has it, to which its references lead. */
  public Schema(Map<?, ?> document) {
    this.document = document;
  }

  /** What is wrong with a value, with the way to it; nothing if it is as it should be. */
  public List<String> faults(Object schema, Object value) {
    return faults(schema, value, "");
  }

  private List<String> faults(Object schema, Object value, String at) {
    Map<?, ?> rules = (Map<?, ?>) schema;
    List<String> faults = new ArrayList<>();
    rules.keySet().stream()
        .filter(rule -> !KNOWN.contains(rule))
        .forEach(rule -> faults.add(at + ": the rule " + rule + " is not known"));
    if (rules.get("$ref") instanceof String reference) {
      faults.addAll(faults(resolve(reference), value, at));
    }
    if (rules.get("type") instanceof String type && !isOf(type, value)) {
      faults.add(at + " is no " + type + ": " + value);
    }
    if (rules.get("enum") instanceof List<?> words && !words.contains(value)) {
      faults.add(at + " is none of " + words + ": " + value);
    }
    if (rules.get("oneOf") instanceof List<?> choices
        && choices.stream().filter(one -> faults(one, value, at).isEmpty()).count() != 1) {
      faults.add(at + " is not exactly one of the choices: " + value);
    }
    if (value instanceof Map<?, ?> object) {
      object(rules, object, at, faults);
    }
    if (value instanceof List<?> list && rules.containsKey("items")) {
      list.forEach(item -> faults.addAll(faults(rules.get("items"), item, at + "[]")));
    }
    if (value instanceof Number number) {
      number(rules, number, at, faults);
    }
    if (value instanceof String text) {
      text(rules, text, at, faults);
    }
    return faults;
  }

  private void object(Map<?, ?> rules, Map<?, ?> object, String at, List<String> faults) {
    Map<?, ?> properties = rules.get("properties") instanceof Map<?, ?> some ? some : Map.of();
    if (rules.get("required") instanceof List<?> required) {
      required.stream()
          .filter(name -> !object.containsKey(name))
          .forEach(name -> faults.add(at + "." + name + " is missing"));
    }
    object.forEach((name, value) -> {
      String where = at + "." + name;
      if (properties.containsKey(name)) {
        faults.addAll(faults(properties.get(name), value, where));
      } else if (rules.get("additionalProperties") instanceof Map<?, ?> others) {
        faults.addAll(faults(others, value, where));
      } else if (rules.get("type") != null
          && !rules.containsKey("oneOf")
          && !Boolean.TRUE.equals(rules.get("additionalProperties"))) {
        faults.add(where + " is not described");
      }
    });
  }

  private static void number(Map<?, ?> rules, Number number, String at, List<String> faults) {
    if (rules.get("minimum") instanceof Number least && number.longValue() < least.longValue()) {
      faults.add(at + " is below " + least + ": " + number);
    }
    if (rules.get("maximum") instanceof Number most && number.longValue() > most.longValue()) {
      faults.add(at + " is above " + most + ": " + number);
    }
  }

  private static void text(Map<?, ?> rules, String text, String at, List<String> faults) {
    if (rules.get("minLength") instanceof Number least && text.length() < least.intValue()) {
      faults.add(at + " is too short: " + text);
    }
    if (rules.get("maxLength") instanceof Number most && text.length() > most.intValue()) {
      faults.add(at + " is too long: " + text);
    }
    if (rules.get("pattern") instanceof String pattern
        && !java.util.regex.Pattern.compile(pattern).matcher(text).find()) {
      faults.add(at + " does not look like " + pattern + ": " + text);
    }
  }

  /** What is wrong with the payload of one of the document's messages. */
  public List<String> faultsOf(String message, Object payload) {
    return faults(resolve("#/components/messages/" + message + "/payload"), payload);
  }

  /** What a reference leads to, or the value itself where it is none. */
  public Map<?, ?> followed(Object value) {
    Map<?, ?> object = (Map<?, ?>) value;
    return object.get("$ref") instanceof String reference ? resolve(reference) : object;
  }

  private Map<?, ?> resolve(String reference) {
    Object at = document;
    for (String step : reference.substring("#/".length()).split("/")) {
      at = ((Map<?, ?>) at).get(step);
      if (at == null) {
        throw new AssertionError("The reference leads nowhere: " + reference);
      }
    }
    return (Map<?, ?>) at;
  }

  private static boolean isOf(String type, Object value) {
    return switch (type) {
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "integer" -> value instanceof Integer || value instanceof Long;
      default -> throw new AssertionError("A type that nobody uses: " + type);
    };
  }
}
