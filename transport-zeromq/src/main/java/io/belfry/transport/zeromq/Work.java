package io.belfry.transport.zeromq;

import io.belfry.message.Address;
import io.belfry.message.Message;
import java.nio.charset.StandardCharsets;

/** A piece of work in a queue of the hub, in a frame that is ready to be sent to a worker. */
final class Work {

  private static final int PREFIX = Duty.Kind.WORK.prefix();

  private byte[] frame;
  private boolean wasSent;
  private int failures;

  private Work(byte[] frame) {
    this.frame = frame;
  }

  static Work of(Address queue, Message message) {
    return new Work(Frames.encode(PREFIX, queue.name().getBytes(StandardCharsets.UTF_8), message));
  }

  /** From a frame in which the queue's name begins at the index. */
  static Work of(byte[] named, int from) {
    byte[] frame = new byte[PREFIX + named.length - from];
    System.arraycopy(named, from, frame, PREFIX, named.length - from);
    return new Work(frame);
  }

  /** The frame for a worker. One that was sent before may still be on its way, so it is copied. */
  byte[] frameFor(long worker) {
    if (wasSent) {
      frame = frame.clone();
    }
    wasSent = true;
    Duty.fill(frame, Duty.Kind.WORK, worker);
    return frame;
  }

  /** The frame for a plain socket: as for a worker, without what comes before the queue's name. */
  byte[] plainFrame() {
    byte[] plain = new byte[frame.length - PREFIX];
    System.arraycopy(frame, PREFIX, plain, 0, plain.length);
    return plain;
  }

  Message message() {
    return Frames.message(frame, Frames.nameEnd(frame, PREFIX));
  }

  /** Counts a failure; returns how many there have been. */
  int fail() {
    return ++failures;
  }
}
