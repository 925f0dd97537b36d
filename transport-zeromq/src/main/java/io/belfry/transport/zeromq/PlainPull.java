package io.belfry.transport.zeromq;

import java.util.List;

/**
 * Plain PULL sockets, seen as one worker of their queue. What they were sent counts as done, since
 * they never say so; the library's own bound is what keeps them from being flooded.
 */
final class PlainPull extends Worker {

  private final WireSocket socket;
  private final WorkQueue queue;

  PlainPull(WireSocket socket, WorkQueue queue) {
    super(1);
    this.socket = socket;
    this.queue = queue;
    queue.join(this);
  }

  @Override
  synchronized int room() {
    return socket.hasRoom() ? 1 : 0;
  }

  @Override
  boolean send(List<Work> work) {
    for (Work piece : work) {
      socket.send(piece.plainFrame());
    }
    finish(work.size());
    return true;
  }

  /** Sees whether there is room again; nobody tells. */
  void tick() {
    queue.dispatch();
  }

  void close() {
    queue.leave(this);
    socket.close();
  }
}
