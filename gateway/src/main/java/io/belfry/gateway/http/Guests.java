package io.belfry.gateway.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Pages of other origins that were invited by name: browsers let them read what is answered. */
final class Guests {

  private static final Map<String, String> FREE = Map.of(
      "Access-Control-Allow-Credentials", "true",
      "Access-Control-Expose-Headers", "ETag, Belfry-Epoch, Belfry-Seq, Retry-After",
      "Cross-Origin-Resource-Policy", "cross-origin",
      "Vary", "Origin");

  /** What a browser asks before it sends more than a form could. */
  private static final Map<String, String> AHEAD = Map.of(
      "Access-Control-Allow-Methods", "GET, HEAD, POST, DELETE",
      "Access-Control-Allow-Headers",
          "Authorization, Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID",
      "Access-Control-Max-Age", "600");

  private final List<String> origins;

  Guests(List<String> origins) {
    this.origins = origins.stream().map(Guests::normal).toList();
  }

  boolean isInvited(String origin) {
    return origins.contains(normal(origin));
  }

  boolean isHost(String name) {
    return origins.stream()
        .anyMatch(origin -> name.equalsIgnoreCase(URI.create(origin).getHost()));
  }

  /** Tells a guest's browser that it may; returns whether that was all it has asked. */
  boolean welcome(Request request, Response response, Callback callback) {
    HttpFields asked = request.getHeaders();
    String origin = asked.get(HttpHeader.ORIGIN);
    if (origin == null || !isInvited(origin)) {
      return false;
    }
    response.getHeaders().put("Access-Control-Allow-Origin", origin);
    FREE.forEach(response.getHeaders()::put);
    if (!HttpMethod.OPTIONS.is(request.getMethod())
        || !asked.contains("Access-Control-Request-Method")) {
      return false;
    }
    AHEAD.forEach(response.getHeaders()::put);
    response.setStatus(HttpStatus.NO_CONTENT_204);
    callback.succeeded();
    return true;
  }

  static String normal(String origin) {
    String lower = origin.toLowerCase(Locale.ROOT);
    return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
