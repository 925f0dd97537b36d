package io.belfry.gateway.rest;

import java.util.List;

/** Whether somebody has a content already. */
final class Tags {

  private Tags() {}

  /** Whether one of the values of {@code If-None-Match} is that tag, a weak one included. */
  static boolean has(List<String> values, String tag) {
    return values.stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(String::trim)
        .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
  }
}
