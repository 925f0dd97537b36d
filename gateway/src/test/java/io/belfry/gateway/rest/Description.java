package io.belfry.gateway.rest;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What openapi.json says. */
final class Description {

  private static final Map<String, String> PROBLEM = Map.of("$ref", "#/components/schemas/Problem");

  final Map<String, Object> document;
  private final Schema schema;

  private Description(Map<String, Object> document) {
    this.document = document;
    this.schema = new Schema(document);
  }

  static Description of(Running running) throws IOException, InterruptedException {
    return new Description(Running.json(running.get("/openapi.json")));
  }

  /** All operations by method and path. */
  Map<String, Map<?, ?>> operations() {
    Map<String, Map<?, ?>> all = new LinkedHashMap<>();
    ((Map<?, ?>) document.get("paths"))
        .forEach((path, methods) -> ((Map<?, ?>) methods)
            .forEach((method, operation) ->
                all.put(name(method.toString(), path.toString()), (Map<?, ?>) operation)));
    return all;
  }

  static String name(String method, String path) {
    return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
  }

  /** The names of the parameters in path and query. */
  Set<String> parameters(Map<?, ?> operation) {
    Set<String> names = new TreeSet<>();
    if (operation.get("parameters") instanceof List<?> parameters) {
      for (Object one : parameters) {
        Map<?, ?> parameter = (Map<?, ?>) one;
        if (!"header".equals(parameter.get("in"))) {
          names.add(String.valueOf(parameter.get("name")));
        }
      }
    }
    return names;
  }

  /** What differs between a request with its answer, and what is said of them. */
  List<String> faults(String operation, String body, HttpResponse<String> answer)
      throws IOException {
    Map<?, ?> described = operations().get(operation);
    List<String> faults = new ArrayList<>(faultsOfAnswer(described, answer));
    if (answer.statusCode() == 200
        && described.get("requestBody") instanceof Map<?, ?> request
        && request.get("content") instanceof Map<?, ?> content
        && content.get("application/json") instanceof Map<?, ?> json) {
      faults.addAll(schema.faults(json.get("schema"), JSON.std.anyFrom(body)));
    }
    return faults;
  }

  private List<String> faultsOfAnswer(Map<?, ?> operation, HttpResponse<String> answer)
      throws IOException {
    Map<?, ?> responses = (Map<?, ?>) operation.get("responses");
    Object response = responses.get(String.valueOf(answer.statusCode()));
    if (response == null) {
      return List.of("The status " + answer.statusCode() + " is not described.");
    }
    Map<?, ?> followed = schema.followed(response);
    List<String> faults = new ArrayList<>();
    if (followed.get("headers") instanceof Map<?, ?> headers && answer.statusCode() != 503) {
      headers.keySet().stream()
          .filter(name -> answer.headers().firstValue(name.toString()).isEmpty())
          .forEach(name -> faults.add("The header " + name + " is missing."));
    }
    if (followed.get("content") instanceof Map<?, ?> content) {
      String type = answer.headers().firstValue("Content-Type").orElse("none");
      Map<?, ?> media = (Map<?, ?>) content.get(content.containsKey(type) ? type : "*/*");
      if (media == null) {
        faults.add("The type " + type + " is not described.");
      } else if (type.endsWith("json")) {
        faults.addAll(schema.faults(media.get("schema"), JSON.std.anyFrom(answer.body())));
      }
    }
    return faults;
  }

  List<String> faultsOfProblem(HttpResponse<String> answer) throws IOException {
    return schema.faults(PROBLEM, JSON.std.anyFrom(answer.body()));
  }
}
