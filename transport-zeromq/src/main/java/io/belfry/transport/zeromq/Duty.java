package io.belfry.transport.zeromq;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The frames between a hub and a spoke on the duty connection: who is there, which services and
 * workers it has, and the requests and the work for them. A frame is a kind, then fields, then
 * whatever rests.
 */
final class Duty {

  static final byte VERSION = 1;

  /** The kinds of frames: the code on the wire, and how many fields there are. */
  enum Kind {
    /** From the spoke, again and again: spoke's id, version and token. */
    HELLO(0, 3),
    /** The answer: hub's id, token, and 1 if the hub did not know the spoke. */
    WELCOME(1, 3),
    /** From the spoke: a token that it has subscribed to, to see whether that has arrived. */
    PROBE(2, 1),
    /** The answer, also to a token that was published: the token. */
    ARRIVED(3, 1),
    /** From the spoke: it serves the address in the rest, under this number. */
    SERVE(4, 1),
    /** From the spoke: it pulls from the queue in the rest, as this worker with this prefetch. */
    PULL(5, 2),
    /** The answer to both: the number. */
    ENROLLED(6, 1),
    /** From the spoke: this service or worker takes nothing more. */
    LEAVE(7, 1),
    /** The answer, after the last request or work: the number. */
    LEFT(8, 1),
    /**
     * From the hub: a request for this service, its route's length; route and frame in the rest.
     */
    REQUEST(9, 2),
    /** From the spoke: the reply, its route's length; route and frame in the rest. */
    REPLY(10, 1),
    /** From the hub: work for this worker; the frame in the rest. */
    WORK(11, 1),
    /** From the spoke: this worker has done so many more, in the order in which they came. */
    DONE(12, 2),
    /** From the spoke: this worker has failed at the next one. */
    FAILED(13, 1);

    private final byte code;
    private final int fields;

    Kind(int code, int fields) {
      this.code = (byte) code;
      this.fields = fields;
    }

    /** What stands at the beginning of a frame of this kind. */
    byte code() {
      return code;
    }

    /** How many bytes stand before the rest. */
    int prefix() {
      return 1 + fields * Long.BYTES;
    }
  }

  private static final Kind[] KINDS = Kind.values();
  private static final byte[] NOTHING = new byte[0];

  private final Kind kind;
  private final long[] fields;
  private final byte[] rest;
  private final int restAt;

  private Duty(Kind kind, long[] fields, byte[] rest, int restAt) {
    this.kind = kind;
    this.fields = fields;
    this.rest = rest;
    this.restAt = restAt;
  }

  /** A frame without a rest. */
  static byte[] frame(Kind kind, long... fields) {
    return frame(kind, NOTHING, fields);
  }

  /** A frame with a name in its rest. */
  static byte[] frame(Kind kind, String name, long... fields) {
    return frame(kind, name.getBytes(StandardCharsets.UTF_8), fields);
  }

  /** A frame with any rest. */
  static byte[] frame(Kind kind, byte[] rest, long... fields) {
    byte[] frame = new byte[kind.prefix() + rest.length];
    System.arraycopy(rest, 0, frame, kind.prefix(), rest.length);
    fill(frame, kind, fields);
    return frame;
  }

  /** Fills the first bytes of a frame that was made with room for them. */
  static void fill(byte[] frame, Kind kind, long... fields) {
    ByteBuffer buffer = ByteBuffer.wrap(frame).put(kind.code);
    for (long field : fields) {
      buffer.putLong(field);
    }
  }

  /**
   * Reads a frame.
   *
   * @throws IllegalArgumentException if it is malformed, whatever it holds
   */
  static Duty parse(byte[] frame) {
    Kind kind = kind(frame);
    if (frame.length < kind.prefix()) {
      throw new IllegalArgumentException("A frame that ends before its fields.");
    }
    ByteBuffer buffer = ByteBuffer.wrap(frame, 1, frame.length - 1);
    long[] fields = new long[kind.fields];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = buffer.getLong();
    }
    return new Duty(kind, fields, frame, kind.prefix());
  }

  private static Kind kind(byte[] frame) {
    for (Kind kind : KINDS) {
      if (frame.length > 0 && kind.code == frame[0]) {
        return kind;
      }
    }
    throw new IllegalArgumentException("A frame of no known kind.");
  }

  /** What the frame says. */
  Kind kind() {
    return kind;
  }

  /** The frame, in which the rest begins at {@link #restAt}: a name, or a message. */
  byte[] rest() {
    return rest;
  }

  int restAt() {
    return restAt;
  }

  /** One of the numbers that this kind has. */
  long field(int index) {
    return fields[index];
  }

  /** The rest as a name. */
  String name() {
    return new String(rest, restAt, rest.length - restAt, StandardCharsets.UTF_8);
  }

  /** Where the route ends that has its length in this field, which is where the message begins. */
  int routeEnd(int lengthField) {
    long length = fields[lengthField];
    if (length < 0 || length > rest.length - restAt) {
      throw new IllegalArgumentException("A frame that ends before its route.");
    }
    return restAt + (int) length;
  }
}
