package io.belfry.benchmark.browser;

import io.belfry.benchmark.wire.BreakdownException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** The frames of a WebSocket, as far as a client needs them whom nobody pings. */
final class Frames {

  private static final int LAST = 0x80;
  private static final int MASKED = 0x80;
  private static final int TEXT = 1;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;
  private static final int MASK_BYTES = 4;
  private static final int LONGEST_HEAD = 10;

  private final Consumer<ByteBuffer> onMessage;

  Frames(Consumer<ByteBuffer> onMessage) {
    this.onMessage = onMessage;
  }

  /** A text as a client sends it: masked, here with zeros, so that it stays as it is. */
  static ByteBuffer text(byte[] text) {
    ByteBuffer frame = ByteBuffer.allocate(text.length + LONGEST_HEAD + MASK_BYTES);
    frame.put((byte) (LAST | TEXT));
    if (text.length < TWO_BYTES) {
      frame.put((byte) (MASKED | text.length));
    } else {
      frame.put((byte) (MASKED | TWO_BYTES)).putShort((short) text.length);
    }
    return frame.putInt(0).put(text).flip();
  }

  /** Takes all frames that are complete. */
  void take(ByteBuffer in) {
    while (takeOne(in)) {
      // The next one.
    }
  }

  private boolean takeOne(ByteBuffer in) {
    ByteBuffer ahead = in.duplicate();
    if (ahead.remaining() < 2) {
      return false;
    }
    int first = ahead.get();
    int length = ahead.get();
    if (length == TWO_BYTES && ahead.remaining() >= Short.BYTES) {
      length = Short.toUnsignedInt(ahead.getShort());
    } else if (length == EIGHT_BYTES && ahead.remaining() >= Long.BYTES) {
      length = Math.toIntExact(ahead.getLong());
    } else if (length >= TWO_BYTES) {
      return false;
    }
    if (ahead.remaining() < length) {
      return false;
    }
    if ((byte) first != (byte) (LAST | TEXT)) {
      throw new BreakdownException("The server has sent a frame that is no message: " + first);
    }
    onMessage.accept(ahead.slice(ahead.position(), length));
    in.position(ahead.position() + length);
    return true;
  }
}
