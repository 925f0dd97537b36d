package io.belfry.transport.zeromq;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a message stands in a frame: {@code name NUL length headers payload}, the length in two
 * bytes, the headers as lines of {@code name:value}. The name comes first, so that prefix
 * subscription works, and one frame carries all, since each further frame costs as much as a
 * message.
 */
final class Frames {

  private static final int LENGTH_BYTES = 2;
  private static final byte[] NO_HEADERS = new byte[0];

  /** What a frame has beyond the payload at most: prefix, name and headers with their lengths. */
  static final int MAX_OVERHEAD = 1_024 + Headers.MAX_BYTES;

  private Frames() {}

  /** A frame whose first {@code reserved} bytes are left for the caller to fill. */
  static byte[] encode(int reserved, byte[] name, Message message) {
    byte[] headers = encode(message.headers());
    int body = reserved + name.length + 1;
    byte[] frame =
        new byte[body + LENGTH_BYTES + headers.length + message.payload().size()];
    System.arraycopy(name, 0, frame, reserved, name.length);
    frame[body] = (byte) (headers.length >>> Byte.SIZE);
    frame[body + 1] = (byte) headers.length;
    System.arraycopy(headers, 0, frame, body + LENGTH_BYTES, headers.length);
    message.payload().copyTo(frame, body + LENGTH_BYTES + headers.length);
    return frame;
  }

  /** Where the name ends that begins at the index, which is where its NUL stands. */
  static int nameEnd(byte[] frame, int from) {
    for (int i = from; i < frame.length; i++) {
      if (frame[i] == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("A frame has no end of its name.");
  }

  static String name(byte[] frame, int from, int end) {
    return new String(frame, from, end - from, StandardCharsets.UTF_8);
  }

  /**
   * The message that follows a name.
   *
   * @throws IllegalArgumentException if the frame is malformed, whatever it holds
   */
  static Message message(byte[] frame, int nameEnd) {
    int headers = nameEnd + 1 + LENGTH_BYTES;
    if (headers > frame.length) {
      throw new IllegalArgumentException("A frame ends before its headers.");
    }
    int length = (frame[nameEnd + 1] & 0xff) << Byte.SIZE | (frame[nameEnd + 2] & 0xff);
    int payload = headers + length;
    if (payload > frame.length) {
      throw new IllegalArgumentException("A frame ends in the middle of its headers.");
    }
    return new Message(
        length == 0 ? Headers.NONE : headers(Frames.name(frame, headers, payload)),
        Payload.wrap(frame, payload, frame.length - payload));
  }

  private static byte[] encode(Headers headers) {
    if (headers.isEmpty()) {
      return NO_HEADERS;
    }
    StringBuilder lines = new StringBuilder();
    headers
        .values()
        .forEach((name, value) -> lines.append(name).append(':').append(value).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Headers headers(String lines) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int start = 0; start < lines.length(); ) {
      int end = lines.indexOf('\n', start);
      int colon = lines.indexOf(':', start);
      if (end < 0 || colon < 0 || colon > end) {
        throw new IllegalArgumentException("A header is not a line of name:value.");
      }
      values.put(lines.substring(start, colon), lines.substring(colon + 1, end));
      start = end + 1;
    }
    return new Headers(values);
  }
}
