package io.belfry.transport.zeromq;

import java.util.Optional;
import zmq.Msg;

/**
 * Work from plain PUSH sockets. They get no answer, so while a queue is full nothing more is read,
 * which lets them wait.
 */
final class PlainPush implements Reader.Source {

  private record Held(WorkQueue queue, Work work) {}

  private final WireSocket socket;
  private final WorkQueues queues;
  private Optional<Held> held = Optional.empty();

  PlainPush(WireSocket socket, WorkQueues queues) {
    this.socket = socket;
    this.queues = queues;
  }

  @Override
  public WireSocket socket() {
    return socket;
  }

  @Override
  public boolean readOne() {
    if (held.isPresent() && !held.get().queue().offer(held.get().work())) {
      return false;
    }
    held = Optional.empty();
    Msg message = socket.receive();
    if (message == null) {
      return false;
    }
    try {
      take(message.data());
    } catch (IllegalArgumentException e) {
      Malformed.report("plain work", e);
    }
    return true;
  }

  @Override
  public boolean isPaused() {
    return held.isPresent();
  }

  void close() {
    socket.close();
  }

  private void take(byte[] frame) {
    int end = Frames.nameEnd(frame, 0);
    Frames.message(frame, end);
    WorkQueue queue = queues.named(Frames.name(frame, 0, end));
    Work work = Work.of(frame, 0);
    if (!queue.offer(work)) {
      held = Optional.of(new Held(queue, work));
    }
  }
}
