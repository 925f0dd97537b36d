package org.example.belfry.tcp;

/**
 * A receiver of a spoke, as the hub knows it.
 *
 * @param peer the spoke
 * @param number the receiver's number there
 */
record Seat(Peer peer, int number) {

  /** Sends it a frame; false if the spoke has gone. */
  boolean give(Frame frame) {
    return peer.send(frame.to(number).encode());
  }
}
