package io.belfry.benchmark.browser;

import io.belfry.benchmark.wire.BreakdownException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Takes answers of HTTP apart, one after the other. */
final class HttpAnswer {

  /** Takes the parts. */
  interface Parts {

    /** The first line and the headers. */
    void head(String head);

    /** Some of the body. */
    void body(ByteBuffer part);

    /** That was all of one answer. */
    void end();
  }

  private enum At {
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END
  }

  private static final String LENGTH = "\r\ncontent-length: ";
  private static final String CHUNKED = "\r\ntransfer-encoding: chunked";

  private final Parts parts;
  private At at = At.HEAD;
  private int left;

  HttpAnswer(Parts parts) {
    this.parts = parts;
  }

  /** Takes whatever is complete. */
  void take(ByteBuffer in) {
    boolean hasMoved = true;
    while (hasMoved) {
      hasMoved = switch (at) {
        case HEAD -> head(in);
        case BODY, CHUNK -> body(in);
        case CHUNK_SIZE -> chunkSize(in);
        case CHUNK_END -> chunkEnd(in);
      };
    }
  }

  private boolean head(ByteBuffer in) {
    int end = Bytes.find(in, Bytes.EMPTY_LINE);
    if (end < 0) {
      return false;
    }
    String head = text(in, end);
    in.position(end + Bytes.EMPTY_LINE.length);
    parts.head(head);
    if (head.startsWith("HTTP/1.1 101")) {
      return false; // What comes now is no HTTP any more.
    }
    if (!head.startsWith("HTTP/1.1 200")) {
      throw new BreakdownException(
          "The server answers a client with '" + head.lines().findFirst().orElse("") + "'.");
    }
    frame(head.toLowerCase(Locale.ROOT));
    return true;
  }

  private void frame(String head) {
    int length = head.indexOf(LENGTH);
    if (length >= 0) {
      String rest = head.substring(length + LENGTH.length());
      left = Integer.parseInt(rest.lines().findFirst().orElseThrow());
      at = At.BODY;
    } else if (head.contains(CHUNKED)) {
      at = At.CHUNK_SIZE;
    } else {
      throw new BreakdownException("The server does not tell how long its answer is.");
    }
  }

  private boolean body(ByteBuffer in) {
    int size = Math.min(left, in.remaining());
    if (size > 0) {
      parts.body(in.slice(in.position(), size));
      in.position(in.position() + size);
      left -= size;
    }
    if (left > 0) {
      return false;
    }
    if (at == At.CHUNK) {
      at = At.CHUNK_END;
    } else {
      end();
    }
    return true;
  }

  private boolean chunkSize(ByteBuffer in) {
    int end = Bytes.find(in, Bytes.LINE_END);
    if (end < 0) {
      return false;
    }
    left = Integer.parseInt(text(in, end), 16);
    if (left > 0) {
      in.position(end + Bytes.LINE_END.length);
      at = At.CHUNK;
      return true;
    }
    if (in.limit() - end < Bytes.EMPTY_LINE.length) {
      return false;
    }
    in.position(end + Bytes.EMPTY_LINE.length);
    end();
    return true;
  }

  private boolean chunkEnd(ByteBuffer in) {
    if (in.remaining() < Bytes.LINE_END.length) {
      return false;
    }
    in.position(in.position() + Bytes.LINE_END.length);
    at = At.CHUNK_SIZE;
    return true;
  }

  private void end() {
    at = At.HEAD;
    parts.end();
  }

  private static String text(ByteBuffer in, int end) {
    return StandardCharsets.US_ASCII
        .decode(in.slice(in.position(), end - in.position()))
        .toString();
  }
}
