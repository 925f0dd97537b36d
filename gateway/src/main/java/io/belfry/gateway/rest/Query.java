package io.belfry.gateway.rest;

import static io.belfry.gateway.rest.Parameter.excerpt;

import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.settings.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what stands in an address after the question mark. */
final class Query {

  private final List<Parameter> known;
  private final Map<String, Object> values = new LinkedHashMap<>();

  private Query(List<Parameter> known) {
    this.known = known;
  }

  /** The values by name; refused if one is not known, or stands twice. */
  static Map<String, Object> read(String raw, List<Parameter> known) {
    Query query = new Query(known);
    for (String one : raw.split("&", -1)) {
      if (!one.isEmpty()) {
        query.add(one);
      }
    }
    return query.values;
  }

  private void add(String one) {
    int equals = one.indexOf('=');
    String name = Percent.decodedOfQuery(equals < 0 ? one : one.substring(0, equals));
    String value = equals < 0 ? "" : Percent.decodedOfQuery(one.substring(equals + 1));
    Parameter parameter = known.stream()
        .filter(candidate -> candidate.name().equals(name))
        .findAny()
        .orElseThrow(() -> unknown(name));
    if (values.put(name, parameter.value(value)) != null) {
      throw refused("The parameter '" + name + "' stands twice; give it once.");
    }
  }

  private ServiceException unknown(String name) {
    List<String> names = known.stream().map(Parameter::name).toList();
    String hint = names.isEmpty()
        ? "leave it out."
        : Spelling.nearest(excerpt(name), names)
            .map(meant -> "did you mean '" + meant + "'?")
            .orElse("there are " + String.join(", ", names) + ".");
    return refused("The parameter '" + excerpt(name) + "' is not known here; " + hint);
  }

  private static ServiceException refused(String sentence) {
    return new ServiceException(Code.BAD_REQUEST, sentence);
  }
}
