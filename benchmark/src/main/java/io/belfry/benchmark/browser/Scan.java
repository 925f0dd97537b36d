package io.belfry.benchmark.browser;

import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Sequence;
import java.nio.ByteBuffer;

/**
 * Finds the texts in what a client gets, without reading all else: the same for every server, and
 * cheap.
 */
final class Scan {

  private final int number;
  private final Receiver receiver;

  /** How many characters of a text were seen; none outside of one. */
  private int seen;

  private long sequence;

  Scan(int number, Receiver receiver) {
    this.number = number;
    this.receiver = receiver;
  }

  /** Looks through the bytes, and leaves the buffer as it was. */
  void look(ByteBuffer bytes) {
    for (int at = bytes.position(); at < bytes.limit(); at++) {
      byte next = bytes.get(at);
      if (seen == 0) {
        if (next == Mark.FIRST) {
          seen = 1;
          sequence = 0;
        }
      } else if (next == '"') {
        receiver.received(number, seen < Mark.LEAST ? Sequence.NONE : sequence, seen);
        seen = 0;
      } else {
        if (seen <= Mark.DIGITS) {
          sequence = sequence << 4 | Character.digit(next, 16);
        }
        seen++;
      }
    }
  }
}
