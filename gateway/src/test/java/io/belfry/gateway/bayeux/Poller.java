package io.belfry.gateway.bayeux;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client that polls when it is told to, and sends anything. */
final class Poller {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI at;
  private final String[] headers;
  private String session = "";
  private String cookie = "none=x";
  private String setCookie = "";
  private int count;
  private final List<Object> events = new ArrayList<>();

  Poller(URI at, String... headers) {
    this.at = at;
    this.headers = headers;
  }

  HttpResponse<String> post(byte[] body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(at)
        .header("Cookie", cookie)
        .header("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return HTTP.send(
          request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> post(String body) {
    return post(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  Map<String, Object> handshake(String... ext) {
    HttpResponse<String> response =
        post(text("[{'channel':'/meta/handshake','id':'1','version':'1.0',"
            + "'supportedConnectionTypes':['long-polling'],'ext':{"
            + String.join(",", ext) + "}}]"));
    Map<String, Object> reply = messages(response.body()).get(0);
    session = String.valueOf(reply.get("clientId"));
    response.headers().firstValue("Set-Cookie").ifPresent(set -> {
      setCookie = set;
      cookie = set.substring(0, set.indexOf(';'));
    });
    return reply;
  }

  /** Sends a message in the session; returns its reply, and keeps the events that come with it. */
  Map<String, Object> ask(String channel, String... fields) {
    String id = "m" + ++count;
    String body = message(id, channel, fields);
    List<Map<String, Object>> messages = messages(post(body).body());
    messages.forEach(this::keep);
    return messages.stream()
        .filter(one -> id.equals(one.get("id")) && one.containsKey("successful"))
        .findFirst()
        .orElseThrow();
  }

  String message(String id, String channel, String... fields) {
    String more = fields.length == 0 ? "" : "," + String.join(",", fields);
    return text("[{'channel':'" + channel + "','clientId':'" + session + "','id':'" + id + "'"
        + more + "}]");
  }

  /** A connect that is answered at once. */
  Map<String, Object> poll(String... fields) {
    String more = fields.length == 0 ? "" : "," + String.join(",", fields);
    return ask("/meta/connect", "'connectionType':'long-polling','advice':{'timeout':0}" + more);
  }

  String setCookie() {
    return setCookie;
  }

  String cookie() {
    return cookie;
  }

  /** The texts of the events that have come. */
  List<Object> events() {
    return events;
  }

  private void keep(Map<String, Object> message) {
    if (message.get("data") instanceof Map<?, ?> data
        && data.get("event") instanceof Map<?, ?> event) {
      events.add(((Map<?, ?>) event.get("content")).get("text"));
    }
  }

  private static String text(String written) {
    return written.replace('\'', '"');
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> messages(String body) {
    try {
      List<Map<String, Object>> messages = new ArrayList<>();
      JSON.std.listFrom(body).forEach(one -> messages.add((Map<String, Object>) one));
      return messages;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(body, e);
    }
  }
}
