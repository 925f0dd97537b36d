package io.belfry.transport.zeromq;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.zeromq.ZMQ;
import zmq.Msg;
import zmq.SocketBase;

/**
 * A publishing socket, safe for any thread. It sends on the caller's thread: handing each message
 * to another would cost a sixth of the throughput.
 *
 * <p>While a subscriber's connection is full, publishing waits, which is how a fast publisher is
 * slowed down to what its subscribers can take. A subscriber that stays full beyond all patience
 * has stalled; from then on its messages are dropped and counted, and nobody waits for it again
 * until it has moved.
 */
final class Broadcast {

  private static final int NO_WAIT = zmq.ZMQ.ZMQ_DONTWAIT;
  private static final long PAUSE_NANOS = 20_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicLong dropped = new AtomicLong();
  private final ZMQ.Socket socket;
  private final SocketBase base;
  private final long patience;
  private boolean stalled;
  private boolean closed;

  Broadcast(ZMQ.Socket socket, Duration patience) {
    this.socket = socket;
    this.base = socket.base();
    this.patience = patience.toNanos();
    socket.setXpubNoDrop(true);
  }

  /** Sends to whoever subscribes; false if the socket is closed. */
  boolean publish(byte[] frame) {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      Msg message = new Msg(frame);
      if (Uninterrupted.send(base, message, NO_WAIT)) {
        stalled = false;
      } else {
        publishLate(message);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** How often a message was kept from a subscriber that had stalled. */
  long dropped() {
    return dropped.get();
  }

  /** Takes what subscribers have announced: a first byte of 1 or 0, and the prefix. */
  void drainSubscriptions(Consumer<byte[]> action) {
    lock.lock();
    try {
      Msg announced = closed ? null : Uninterrupted.receive(base, NO_WAIT);
      while (announced != null) {
        action.accept(announced.data());
        announced = Uninterrupted.receive(base, NO_WAIT);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Does something that needs the socket to itself. */
  void use(Consumer<ZMQ.Socket> action) {
    lock.lock();
    try {
      if (!closed) {
        action.accept(socket);
      }
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        socket.close();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * The lock is kept while waiting: the library remembers which peers the refused message was for,
   * and would add them to those of the next message.
   */
  private void publishLate(Msg message) {
    long since = System.nanoTime();
    while (!stalled && !Uninterrupted.send(base, message, NO_WAIT)) {
      LockSupport.parkNanos(PAUSE_NANOS);
      stalled = System.nanoTime() - since > patience;
    }
    if (stalled) {
      socket.setXpubNoDrop(false);
      Uninterrupted.send(base, message, NO_WAIT);
      socket.setXpubNoDrop(true);
      dropped.incrementAndGet();
    }
  }
}
