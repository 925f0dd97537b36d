package io.belfry.transport.zeromq;

import java.nio.ByteBuffer;

/**
 * The way back to whoever asked. It travels to the service and back, so that the hub need not
 * remember anything about a request.
 *
 * @param kind who asked
 * @param peer the address of the connection, where there is one
 * @param token the requester's number for the request, where it has one
 */
record Route(Kind kind, Peer peer, long token) {

  private static final Peer NO_PEER = new Peer(new byte[0]);

  /** Who may ask. */
  enum Kind {
    /** The hub itself. */
    HUB(0),
    /** A spoke. */
    SPOKE(1),
    /** A plain REQ socket, which has one request at a time. */
    PLAIN(2);

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    private static Kind of(byte code) {
      return switch (code) {
        case 0 -> HUB;
        case 1 -> SPOKE;
        case 2 -> PLAIN;
        default -> throw new IllegalArgumentException("A route of no known kind.");
      };
    }
  }

  static Route toHub(long token) {
    return new Route(Kind.HUB, NO_PEER, token);
  }

  /** The route, and behind it the frame, as the rest of a duty frame. */
  byte[] before(byte[] frame, int from) {
    int length = length();
    byte[] both = new byte[length + frame.length - from];
    ByteBuffer.wrap(both)
        .put(kind.code)
        .putLong(token)
        .put(peer.address())
        .put(frame, from, frame.length - from);
    return both;
  }

  int length() {
    return 1 + Long.BYTES + peer.address().length;
  }

  static Route parse(byte[] bytes, int from, int end) {
    if (end - from <= Long.BYTES) {
      throw new IllegalArgumentException("A route that ends before its token.");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, from, end - from);
    Kind kind = Kind.of(buffer.get());
    long token = buffer.getLong();
    byte[] peer = new byte[buffer.remaining()];
    buffer.get(peer);
    return new Route(kind, new Peer(peer), token);
  }
}
