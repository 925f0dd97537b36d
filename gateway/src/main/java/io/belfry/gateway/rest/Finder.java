package io.belfry.gateway.rest;

import io.belfry.gateway.http.Problem;
import io.belfry.settings.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpStatus;

/**
 * What stands at a path.
 *
 * @param routes one for each method
 * @param inPath what the path has where its template has names
 */
record Finder(List<Route> routes, Map<String, String> inPath) {

  static final String ROOT = "/api/v1";

  private static final int LONGEST = 60;

  static Finder at(String path) {
    for (Route route : Routes.ALL) {
      var inPath = route.template().match(path);
      if (inPath.isPresent()) {
        return new Finder(
            Routes.ALL.stream()
                .filter(other -> other.template().equals(route.template()))
                .toList(),
            inPath.get());
      }
    }
    throw new Refusal(
        HttpStatus.NOT_FOUND_404,
        "NOT_FOUND",
        "There is no " + ROOT + excerpt(path) + "; " + hint(path));
  }

  /** What that method does there; whoever may read may also ask for the headers alone. */
  Route route(String method) {
    return routes.stream()
        .filter(route -> route.method().equals(method.equals("HEAD") ? "GET" : method))
        .findAny()
        .orElseThrow(() -> new Refusal(
            Problem.of(
                HttpStatus.METHOD_NOT_ALLOWED_405,
                "METHOD_NOT_ALLOWED",
                "This takes " + allowed() + ", not " + excerpt(method) + "."),
            Map.of("Allow", allowed())));
  }

  /** The methods, as the header {@code Allow} has them. */
  String allowed() {
    List<String> methods = new ArrayList<>(routes.stream().map(Route::method).toList());
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    methods.add("OPTIONS");
    return methods.stream().sorted().collect(Collectors.joining(", "));
  }

  private static String hint(String path) {
    List<String> known = Stream.concat(
            Routes.ALL.stream().map(route -> route.template().text()), Stream.of("/stream"))
        .distinct()
        .toList();
    return Spelling.nearest(excerpt(path), known)
        .map(meant -> "did you mean " + ROOT + meant + "?")
        .orElse("there are " + String.join(", ", known) + ".");
  }

  private static String excerpt(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
