package org.example.belfry.tcp;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.transport.delivery.Outcome;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What travels on a connection. On the wire, numbers big-endian and text in UTF-8:
 *
 * <pre>
 * 4 bytes   how many bytes follow, at most {@link #MAX_SIZE}
 * 1         the kind
 * 4, 4, 8   to, from, number
 * 2         how long the name is, and the name
 * 2         how long the headers are, and the headers: each is its name, a colon, its value, a LF
 * the rest  the payload
 * </pre>
 *
 * @param kind what it says; the meaning of the rest is told there
 * @param to a receiver of the spoke that gets or has sent it, or the spoke that a reply is for
 * @param from the spoke that asks, if it passes on what another has asked
 * @param number by which the answer finds its question
 * @param name a topic, filter, service, queue or status
 * @param message headers and payload
 */
record Frame(Kind kind, int to, int from, long number, String name, Message message) {

  /** The largest payload. A part of the protocol, since both sides must agree on it. */
  static final int MAX_PAYLOAD = 1 << 20;

  private static final int FIXED = 1 + 4 + 4 + 8 + 2 + 2;
  private static final int MAX_NAME = 255;

  /** The largest size that may be announced; nobody sets memory aside for more. */
  static final int MAX_SIZE = FIXED + MAX_NAME + Headers.MAX_BYTES + MAX_PAYLOAD;

  private static final int UNSIGNED = 0xFFFF;

  static final Message NOTHING = Outcome.DONE.message();
  static final Frame HEARTBEAT = new Frame(Kind.HEARTBEAT, 0, 0, 0, "", NOTHING);

  /** A frame from or to a receiver. */
  static Frame of(Kind kind, int receiver, String name, Message message) {
    return new Frame(kind, receiver, 0, 0, name, message);
  }

  /** The answer to the frame of that number, for the spoke that has sent it. */
  static Frame reply(int spoke, long number, Outcome outcome) {
    return new Frame(Kind.REPLY, spoke, 0, number, outcome.status(), outcome.message());
  }

  Frame to(int receiver) {
    return new Frame(kind, receiver, from, number, name, message);
  }

  Frame from(int spoke) {
    return new Frame(kind, to, spoke, number, name, message);
  }

  Frame numbered(long other) {
    return new Frame(kind, to, from, other, name, message);
  }

  /** The frame as it is sent, its size in front. */
  byte[] encode() {
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    byte[] headers = HeaderLines.write(message.headers());
    Payload payload = message.payload();
    int size = FIXED + nameBytes.length + headers.length + payload.size();
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + size)
        .putInt(size)
        .put(kind.code())
        .putInt(to)
        .putInt(from)
        .putLong(number)
        .putShort((short) nameBytes.length)
        .put(nameBytes)
        .putShort((short) headers.length)
        .put(headers);
    payload.copyTo(bytes.array(), bytes.position());
    return bytes.array();
  }

  /**
   * Reads the next frame.
   *
   * @throws ProtocolException if it makes no sense: the other side is no spoke or hub
   * @throws IOException if the connection has ended or is silent for too long
   */
  static Frame read(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < FIXED || size > MAX_SIZE) {
      throw new ProtocolException("A frame can't have " + size + " bytes.");
    }
    byte[] bytes = new byte[size];
    in.readFully(bytes);
    try {
      return decode(ByteBuffer.wrap(bytes));
    } catch (BufferUnderflowException e) {
      throw new ProtocolException("A frame is shorter than its parts.");
    } catch (IllegalArgumentException e) {
      throw new ProtocolException(e.getMessage());
    }
  }

  private static Frame decode(ByteBuffer bytes) {
    Kind kind = Kind.of(bytes.get());
    int to = bytes.getInt();
    int from = bytes.getInt();
    long number = bytes.getLong();
    String name = text(bytes);
    Headers headers = HeaderLines.read(text(bytes));
    Payload payload = Payload.wrap(bytes.array(), bytes.position(), bytes.remaining());
    return new Frame(kind, to, from, number, name, new Message(headers, payload));
  }

  private static String text(ByteBuffer bytes) {
    byte[] text = new byte[bytes.getShort() & UNSIGNED];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
