package io.belfry.transport.mqtt;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * What the broker sends, with two numbers of its first packet changed which Paho can't cope with.
 * The topic alias maximum becomes 0: Paho would assign aliases by itself, without a lock, so that
 * of two threads the one that uses an alias may come before the one that introduces it. And a
 * receive maximum above 32,767 becomes that, for Paho would read it as a negative number and send
 * nothing.
 */
final class ConnackMender extends FilterInputStream {

  private static final int CONNACK = 2;
  private static final int TYPE_SHIFT = 4;
  private static final int FLAGS_AND_CODE = 2;
  private static final int RECEIVE_MAXIMUM = 0x21;
  private static final int TOPIC_ALIAS_MAXIMUM = 0x22;

  /** A CONNACK longer than that is left as it is. */
  private static final int LONGEST = 65_536;

  private boolean hasBegun;

  /** Mends what comes from a socket, and buffers it: Paho reads byte by byte. */
  ConnackMender(InputStream in) {
    super(new BufferedInputStream(in, LONGEST));
  }

  @Override
  public int read() throws IOException {
    begin();
    return in.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    begin();
    return in.read(target, offset, length);
  }

  /**
   * Nothing: Paho asks before each packet, makes no use of the answer, and each asks the kernel.
   */
  @Override
  public int available() {
    return 0;
  }

  private void begin() throws IOException {
    if (!hasBegun) {
      hasBegun = true;
      byte[] start = firstPacket();
      in = new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(start), in);
    }
  }

  /** The first packet, or its beginning if it is no CONNACK. */
  private byte[] firstPacket() throws IOException {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    int length = 0;
    int type = in.read();
    for (int shift = 0, next = 0x80; type >= 0 && (next & 0x80) != 0 && shift < 28; shift += 7) {
      if (shift == 0) {
        packet.write(type);
      }
      next = in.read();
      if (next < 0) {
        return packet.toByteArray();
      }
      packet.write(next);
      length |= (next & 0x7f) << shift;
    }
    if (type >> TYPE_SHIFT == CONNACK && length <= LONGEST) {
      byte[] body = in.readNBytes(length);
      mend(ByteBuffer.wrap(body));
      packet.writeBytes(body);
    }
    return packet.toByteArray();
  }

  private static void mend(ByteBuffer body) {
    if (body.remaining() <= FLAGS_AND_CODE) {
      return;
    }
    body.position(FLAGS_AND_CODE);
    skipLength(body);
    while (body.hasRemaining()) {
      int property = body.get();
      if (property == TOPIC_ALIAS_MAXIMUM && body.remaining() >= Short.BYTES) {
        body.putShort(body.position(), (short) 0);
      } else if (property == RECEIVE_MAXIMUM
          && body.remaining() >= Short.BYTES
          && body.getShort(body.position()) < 0) {
        body.putShort(body.position(), Short.MAX_VALUE);
      }
      if (!skip(body, property)) {
        return;
      }
    }
  }

  /** Steps over a property's value; false where it is unknown or does not end. */
  private static boolean skip(ByteBuffer body, int property) {
    int strings = 0;
    int bytes = 0;
    switch (property) {
      case 0x24, 0x25, 0x28, 0x29, 0x2A -> bytes = Byte.BYTES;
      case 0x13, RECEIVE_MAXIMUM, TOPIC_ALIAS_MAXIMUM -> bytes = Short.BYTES;
      case 0x11, 0x27 -> bytes = Integer.BYTES;
      case 0x12, 0x15, 0x16, 0x1A, 0x1C, 0x1F -> strings = 1;
      case 0x26 -> strings = 2;
      default -> {
        return false;
      }
    }
    for (int i = 0; i < strings; i++) {
      if (body.remaining() < Short.BYTES || !step(body, Short.toUnsignedInt(body.getShort()))) {
        return false;
      }
    }
    return step(body, bytes);
  }

  private static boolean step(ByteBuffer body, int bytes) {
    if (body.remaining() < bytes) {
      return false;
    }
    body.position(body.position() + bytes);
    return true;
  }

  private static void skipLength(ByteBuffer body) {
    while (body.hasRemaining() && body.get() < 0) {
      // The length of the properties, of which the highest bit says that it goes on.
    }
  }
}
