package io.belfry.compare.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A point in words. */
final class Place {

  /** Whether the transport was used as it is, or by way of the service. */
  static final String LAYER = "layer";

  static final String BARE = "bare";
  static final String SERVICE = "service";

  private Place() {}

  static String said(Map<String, String> point) {
    List<String> parts = point.entrySet().stream()
        .map(entry -> said(entry.getKey(), entry.getValue()))
        .toList();
    return String.join(", ", parts);
  }

  static String said(String key, String value) {
    return switch (key) {
      case LAYER ->
        switch (value) {
          case BARE -> "bare transport";
          case SERVICE -> "with the service";
          default -> value;
        };
      case "subscribers", "publishers" ->
        value + " " + ("1".equals(value) ? key.substring(0, key.length() - 1) : key);
      default -> key + " " + value(key, value);
    };
  }

  /** A value alone, such as at an axis. */
  static String value(String key, String value) {
    return key.equals("size") && value.matches("\\d{1,15}")
        ? Units.plain(Units.bytes(Double.parseDouble(value)))
        : value;
  }

  static Map<String, String> without(Map<String, String> point, String key) {
    Map<String, String> rest = new LinkedHashMap<>(point);
    rest.remove(key);
    return rest;
  }
}
