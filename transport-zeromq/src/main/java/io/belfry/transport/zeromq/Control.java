package io.belfry.transport.zeromq;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * A token where a topic is expected: NUL and numbers. No topic begins with NUL, so whoever does not
 * know of tokens never meets one.
 */
final class Control {

  /** The size of a frame with one number. */
  static final int SIZE = 1 + Long.BYTES;

  private Control() {}

  static byte[] frame(long... numbers) {
    ByteBuffer frame = ByteBuffer.allocate(1 + numbers.length * Long.BYTES).put((byte) 0);
    Arrays.stream(numbers).forEach(frame::putLong);
    return frame.array();
  }

  static boolean isControl(byte[] frame) {
    return frame.length > 0 && frame[0] == 0;
  }

  /** One of the numbers of a frame that begins at the offset, if it has so many. */
  static OptionalLong number(byte[] bytes, int offset, int index) {
    int at = offset + 1 + index * Long.BYTES;
    return at + Long.BYTES <= bytes.length
        ? OptionalLong.of(ByteBuffer.wrap(bytes).getLong(at))
        : OptionalLong.empty();
  }
}
