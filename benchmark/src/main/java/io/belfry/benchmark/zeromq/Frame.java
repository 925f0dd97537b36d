package io.belfry.benchmark.zeromq;

import java.nio.charset.StandardCharsets;

/**
 * {@code name NUL payload}, in one frame, since a second would cost nearly half of the throughput.
 */
final class Frame {

  private final byte[] head;

  Frame(String name) {
    head = (name + '\0').getBytes(StandardCharsets.UTF_8);
  }

  /** What a subscriber asks for: the name with its end, so that longer names do not match. */
  byte[] head() {
    return head.clone();
  }

  /** A frame for the payload, in front of which some bytes are left free. */
  byte[] around(int reserved, byte[] payload) {
    byte[] frame = new byte[reserved + head.length + payload.length];
    System.arraycopy(head, 0, frame, reserved, head.length);
    System.arraycopy(payload, 0, frame, reserved + head.length, payload.length);
    return frame;
  }

  /** Where the payload begins, given where the name does. */
  static int payloadAt(byte[] frame, int name) {
    int at = name;
    while (frame[at] != 0) {
      at++;
    }
    return at + 1;
  }
}
