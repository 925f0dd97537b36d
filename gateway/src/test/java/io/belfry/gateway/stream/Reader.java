package io.belfry.gateway.stream;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads a stream as a browser does. */
final class Reader implements AutoCloseable {

  private final HttpResponse<InputStream> response;
  private final BufferedReader lines;
  private String lastId = "";

  /** An event of the stream; a comment alone is one with no data. */
  record Item(String name, String id, String data) {

    Map<String, Object> json() throws IOException {
      return JSON.std.mapFrom(data);
    }

    long number(String field) throws IOException {
      return ((Number) json().get(field)).longValue();
    }
  }

  private Reader(HttpResponse<InputStream> response) {
    this.response = response;
    this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  static Reader open(HttpClient http, URI uri, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new Reader(http.send(request.build(), BodyHandlers.ofInputStream()));
  }

  int status() {
    return response.statusCode();
  }

  String type() {
    return response.headers().firstValue("Content-Type").orElse("");
  }

  String lastId() {
    return lastId;
  }

  /** All that is left. */
  String rest() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      all.append(line).append('\n');
    }
    return all.toString();
  }

  /** The next one that has data. */
  Item next() throws IOException {
    for (Item item = any(); ; item = any()) {
      if (!item.data().isEmpty()) {
        return item;
      }
    }
  }

  /** The next one, whatever it is. */
  Item any() throws IOException {
    String name = "message";
    StringBuilder data = new StringBuilder();
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.startsWith("id: ")) {
        lastId = line.substring(4);
      } else if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data.append(line.substring(6));
      }
    }
    return new Item(name, lastId, data.toString());
  }

  private String line() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new IOException("The stream has ended.");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    response.body().close();
  }
}
