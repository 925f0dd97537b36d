package io.belfry.transport.zeromq;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Frames that only a spoke may send, as no spoke would. */
final class HostileDuties {

  private static final long[] NUMBERS = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 31};

  private HostileDuties() {}

  /** Every kind, with every number, before every sort of rest; among them replies to nobody. */
  static List<byte[]> all() {
    List<byte[]> frames = new ArrayList<>();
    byte[] forged =
        new Route(Route.Kind.HUB, new Peer(new byte[0]), 1).before(HostileFrames.good("ok"), 0);
    byte[] astray =
        new Route(Route.Kind.SPOKE, new Peer(new byte[5]), 1).before(HostileFrames.good("ok"), 0);
    byte[] plain =
        new Route(Route.Kind.PLAIN, new Peer(new byte[300]), 1).before(HostileFrames.good("ok"), 0);
    List<byte[]> rests = List.of(forged, astray, plain, HostileFrames.good("a..b"), new byte[0]);
    for (int kind = -1; kind <= Duty.Kind.values().length; kind++) {
      for (long number : NUMBERS) {
        for (byte[] rest : rests) {
          frames.add(frame(kind, rest, number, number));
        }
        frames.add(frame(kind, forged, 9 + number, 9 + number));
      }
    }
    return frames;
  }

  static byte[] frame(int kind, byte[] rest, long first, long second) {
    return ByteBuffer.allocate(17 + rest.length)
        .put((byte) kind)
        .putLong(first)
        .putLong(second)
        .put(rest)
        .array();
  }
}
