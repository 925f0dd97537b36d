package io.belfry.transport.zeromq;

import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQ;
import zmq.Msg;
import zmq.SocketBase;

/**
 * One ZeroMQ socket, safe for any thread: every use is under its lock, and none blocks inside the
 * library, where an interrupt would do harm.
 *
 * <p>A socket is active while there may be input, and passive from the moment that there was none.
 * A reader need not look at a passive socket: its channel will signal. But the channel signals
 * edges, and a send takes them away together with what it does for itself; so whoever sends on a
 * passive socket looks for input afterwards, and wakes the reader.
 */
final class WireSocket {

  private static final int NO_WAIT = zmq.ZMQ.ZMQ_DONTWAIT;
  private static final int NO_WAIT_MORE = zmq.ZMQ.ZMQ_DONTWAIT | zmq.ZMQ.ZMQ_SNDMORE;
  private static final long PAUSE_NANOS = 20_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final ZMQ.Socket socket;
  private final SocketBase base;
  private final SelectableChannel channel;
  private Runnable wakeReader = () -> {};
  private volatile boolean active = true;
  private volatile boolean closed;

  WireSocket(ZMQ.Socket socket) {
    this.socket = socket;
    this.base = socket.base();
    this.channel = socket.getFD();
  }

  /** Sends a frame; false if there is no room now, or the socket is closed. */
  boolean send(byte[] frame) {
    lock.lock();
    try {
      return !closed && Uninterrupted.send(base, new Msg(frame), NO_WAIT);
    } finally {
      unlock();
    }
  }

  /** Sends a frame, and waits for room until the deadline. */
  boolean sendBy(long deadline, byte[] frame) {
    while (!send(frame)) {
      if (closed || System.nanoTime() - deadline >= 0) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }

  /** Sends frames to one peer of a ROUTER in one message; false if the peer can't be reached. */
  boolean sendTo(Peer peer, List<byte[]> frames) {
    lock.lock();
    try {
      if (closed || !Uninterrupted.send(base, new Msg(peer.address()), NO_WAIT_MORE)) {
        return false;
      }
      int last = frames.size() - 1;
      for (int i = 0; i <= last; i++) {
        Uninterrupted.send(base, new Msg(frames.get(i)), i < last ? NO_WAIT_MORE : NO_WAIT);
      }
      return true;
    } finally {
      unlock();
    }
  }

  /** Sends a frame to one peer of a ROUTER; false if the peer can't be reached. */
  boolean sendTo(Peer peer, byte[] frame) {
    return sendTo(peer, List.of(frame));
  }

  /** The next frame, or nothing, which makes the socket passive. */
  @Nullable
  Msg receive() {
    lock.lock();
    try {
      Msg frame = closed ? null : Uninterrupted.receive(base, NO_WAIT);
      active = frame != null;
      return frame;
    } finally {
      lock.unlock();
    }
  }

  /** All frames of the next message, or none, which makes the socket passive. */
  List<byte[]> receiveAll() {
    lock.lock();
    try {
      List<byte[]> frames = new ArrayList<>(2);
      Msg frame = closed ? null : Uninterrupted.receive(base, NO_WAIT);
      active = frame != null;
      while (frame != null) {
        frames.add(frame.data());
        frame = frame.hasMore() ? Uninterrupted.receive(base, NO_WAIT) : null;
      }
      return frames;
    } finally {
      lock.unlock();
    }
  }

  /** Does something that needs the socket to itself, such as subscribing. */
  void use(Consumer<ZMQ.Socket> action) {
    lock.lock();
    try {
      if (!closed) {
        action.accept(socket);
      }
    } finally {
      unlock();
    }
  }

  /** What the reader waits on; it is told by the action when it must not wait any longer. */
  SelectableChannel channel(Runnable wake) {
    wakeReader = wake;
    return channel;
  }

  /** Whether there may be input. */
  boolean isActive() {
    return active;
  }

  /** The channel has signalled. */
  void activate() {
    active = true;
  }

  /** Whether a frame could be sent now. */
  boolean hasRoom() {
    lock.lock();
    try {
      return !closed && (socket.getEvents() & ZMQ.Poller.POLLOUT) != 0;
    } finally {
      unlock();
    }
  }

  boolean isClosed() {
    return closed;
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

  private void unlock() {
    boolean wake = !active && !closed && hasInput();
    if (wake) {
      active = true;
    }
    lock.unlock();
    if (wake) {
      wakeReader.run();
    }
  }

  private boolean hasInput() {
    return (socket.getEvents() & ZMQ.Poller.POLLIN) != 0;
  }
}
