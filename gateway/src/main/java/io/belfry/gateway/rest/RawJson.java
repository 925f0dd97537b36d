package io.belfry.gateway.rest;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.message.Payload;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Objects of JSON that are put together without being read: the service reads them, and more
 * strictly than anybody. What is no object stays none, whatever is put in before its last brace.
 */
final class RawJson {

  private RawJson() {}

  /** The object with more fields at its end; one without any if there are no bytes. */
  static Payload with(Payload object, Map<String, ?> fields) {
    byte[] more = bytes(fields);
    int start = start(object);
    int end = end(object);
    if (start > end) {
      return Payload.wrap(more, 0, more.length);
    }
    if (start == end || object.at(start) != '{' || object.at(end) != '}') {
      throw new ServiceException(
          Code.BAD_REQUEST, "The body must be one object of JSON, from '{' to '}'.");
    }
    ByteArrayOutputStream to = new ByteArrayOutputStream(object.size() + more.length);
    to.write(object.toBytes(), start, end - start);
    if (more.length > 2 && hasFields(object, start, end)) {
      to.write(',');
    }
    to.write(more, 1, more.length - 1);
    return payload(to);
  }

  /** An object with that field alone. */
  static Payload under(String name, Payload object) {
    ByteArrayOutputStream to = new ByteArrayOutputStream(object.size() + name.length());
    to.writeBytes(("{\"" + name + "\":").getBytes(StandardCharsets.UTF_8));
    to.writeBytes(object.toBytes());
    to.write('}');
    return payload(to);
  }

  private static Payload payload(ByteArrayOutputStream to) {
    byte[] all = to.toByteArray();
    return Payload.wrap(all, 0, all.length);
  }

  private static byte[] bytes(Map<String, ?> fields) {
    try {
      return JSON.std.asString(fields).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int start(Payload object) {
    int start = 0;
    while (start < object.size() && isSpace(object.at(start))) {
      start++;
    }
    return start;
  }

  private static int end(Payload object) {
    int end = object.size() - 1;
    while (end >= 0 && isSpace(object.at(end))) {
      end--;
    }
    return end;
  }

  private static boolean hasFields(Payload object, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (!isSpace(object.at(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
  }
}
