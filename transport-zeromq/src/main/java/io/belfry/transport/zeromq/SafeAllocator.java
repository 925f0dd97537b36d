package io.belfry.transport.zeromq;

import zmq.Msg;
import zmq.msg.MsgAllocator;

/**
 * Makes room for an incoming frame of any size that a stranger may claim.
 *
 * <p>JeroMQ checks a claimed size against the limit as a signed number of 64 bits, so a negative
 * one passes, and hands on its lower half, which may be anything. The failing allocation would end
 * its I/O thread or make it spin for ever, before any authentication. An empty frame instead lets
 * the peer's stream run into its own nonsense.
 */
final class SafeAllocator implements MsgAllocator {

  private final long limit;

  SafeAllocator(long limit) {
    this.limit = limit;
  }

  @Override
  public Msg allocate(int size) {
    return new Msg(size < 0 || size > limit ? 0 : size);
  }
}
