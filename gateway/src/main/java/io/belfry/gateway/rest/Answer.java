package io.belfry.gateway.rest;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.message.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What is answered.
 *
 * @param status the status of HTTP
 * @param headers besides the length
 * @param body the body
 */
record Answer(int status, Map<String, String> headers, Payload body) {

  static final String JSON_TYPE = "application/json";

  /** An answer that nobody keeps. */
  static Answer json(Object content) {
    try {
      return json(Payload.of(JSON.std.asString(content) + "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Answer json(Payload body) {
    return new Answer(
        HttpStatus.OK_200, Map.of("Content-Type", JSON_TYPE, "Cache-Control", "no-store"), body);
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), Payload.EMPTY);
  }

  Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }

  void send(Response response, Callback callback) {
    response.setStatus(status);
    headers.forEach(response.getHeaders()::put);
    if (!HttpStatus.hasNoBody(status)) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.size());
    }
    response.write(true, body.toBuffer(), callback);
  }
}
