package io.belfry.server.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A URL of PostgreSQL, with user and password apart from the rest, which can be shown. */
record Credentials(String rest, Optional<String> user, Optional<String> password) {

  private static final String USER = "user=";
  private static final String PASSWORD = "password=";

  static Credentials in(String url) {
    int mark = url.indexOf('?');
    if (mark < 0) {
      return new Credentials(url, Optional.empty(), Optional.empty());
    }
    String[] parameters = url.substring(mark + 1).split("&", -1);
    String others = Arrays.stream(parameters)
        .filter(parameter -> !parameter.startsWith(USER) && !parameter.startsWith(PASSWORD))
        .collect(Collectors.joining("&"));
    return new Credentials(
        others.isEmpty() ? url.substring(0, mark) : url.substring(0, mark + 1) + others,
        value(Arrays.stream(parameters), USER),
        value(Arrays.stream(parameters), PASSWORD));
  }

  private static Optional<String> value(Stream<String> parameters, String name) {
    return parameters
        .filter(parameter -> parameter.startsWith(name))
        .map(parameter ->
            URLDecoder.decode(parameter.substring(name.length()), StandardCharsets.UTF_8))
        .findFirst();
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return rest;
  }
}
