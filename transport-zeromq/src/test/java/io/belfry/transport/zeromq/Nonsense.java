package io.belfry.transport.zeromq;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** What a stranger may say instead of a frame of ZMTP 3. The same in every run. */
final class Nonsense {

  private static final int KIBI = 1_024;

  private Nonsense() {}

  /** Lengths beyond all limits, if that for payloads is 1 KiB. */
  static List<Long> lengths() {
    return List.of(
        // The library reads a length as a signed number, and keeps the lower half of it.
        -1L,
        Long.MIN_VALUE,
        Long.MIN_VALUE + Integer.MAX_VALUE,
        Long.MIN_VALUE + (1 << 28),
        1L << 31,
        (1L << 31) - 1,
        Long.MAX_VALUE,
        (long) KIBI + Frames.MAX_OVERHEAD + 1);
  }

  /** Beginnings of frames, after which nothing more comes. */
  static Collection<byte[]> frames() {
    List<byte[]> frames = new ArrayList<>();
    for (long length : lengths()) {
      frames.add(Zmtp.length(Zmtp.FRAME, length));
      frames.add(Zmtp.length(Zmtp.COMMAND, length));
    }
    byte[] garbage = new byte[KIBI];
    new Random(1).nextBytes(garbage);
    frames.add(garbage);
    frames.add(new byte[] {0, 16, 'a', 'b'}); // Half a frame.
    frames.add(new byte[] {4, 0}); // A command without a name,
    frames.add(new byte[] {4, 3, 2, 'N', 'O'}); // of unknown name,
    frames.add(new byte[] {4, 2, 100, 'x'}); // with a name that is longer than itself.
    for (String name :
        List.of("HELLO", "WELCOME", "INITIATE", "READY", "MESSAGE", "ERROR", "PING")) {
      frames.add(command(name, 194));
      frames.add(command(name, 0));
    }
    return frames;
  }

  /** A command of the library's own, with zeros for its content. */
  private static byte[] command(String name, int size) {
    return ByteBuffer.allocate(3 + name.length() + size)
        .put((byte) 4)
        .put((byte) (1 + name.length() + size))
        .put((byte) name.length())
        .put(name.getBytes(StandardCharsets.US_ASCII))
        .array();
  }
}
