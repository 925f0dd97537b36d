package io.belfry.gateway.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that can be asked for.
 *
 * @param method of HTTP
 * @param template where
 * @param parameters what stands in the path, and what may stand in the query
 * @param takes what the body is
 * @param deed what is done
 */
record Route(String method, Template template, List<Parameter> parameters, Takes takes, Deed deed) {

  /** What a body is. */
  enum Takes {
    /** There is none. */
    NOTHING,
    /** Arguments in JSON. */
    ARGUMENTS,
    /** A content as it is. */
    CONTENT
  }

  /** The values in the path and the query, by name. */
  Map<String, Object> arguments(Map<String, String> inPath, String query) {
    List<Parameter> inQuery =
        parameters.stream().filter(one -> !template.has(one.name())).toList();
    Map<String, Object> all = new LinkedHashMap<>(Query.read(query, inQuery));
    parameters.stream()
        .filter(one -> template.has(one.name()))
        .forEach(one ->
            all.put(one.name(), one.value(Percent.decoded(inPath.getOrDefault(one.name(), "")))));
    return all;
  }
}
