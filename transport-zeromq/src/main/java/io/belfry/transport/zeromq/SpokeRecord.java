package io.belfry.transport.zeromq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the hub knows of a spoke: its connection, its services and its workers. */
final class SpokeRecord {

  private record RemoteService(long number, Peer peer, WireSocket socket)
      implements Services.Provider {

    @Override
    public boolean take(Route route, byte[] frame, int nameAt) {
      byte[] request =
          Duty.frame(Duty.Kind.REQUEST, route.before(frame, nameAt), number, route.length());
      return socket.sendTo(peer, request);
    }
  }

  private static final class RemoteWorker extends Worker {
    private final long number;
    private final Peer peer;
    private final WireSocket socket;
    private final WorkQueue queue;

    RemoteWorker(long number, int prefetch, Peer peer, WireSocket socket, WorkQueue queue) {
      super(prefetch);
      this.number = number;
      this.peer = peer;
      this.socket = socket;
      this.queue = queue;
    }

    @Override
    boolean send(List<Work> work) {
      List<byte[]> frames = new ArrayList<>(work.size());
      for (Work piece : work) {
        frames.add(piece.frameFor(number));
      }
      return socket.sendTo(peer, frames);
    }
  }

  private final long id;
  private final Peer peer;
  private final WireSocket socket;
  private final Map<Long, String> services = new HashMap<>();
  private final Map<Long, RemoteWorker> workers = new HashMap<>();
  private long lastHeard = System.nanoTime();
  private long lastWelcomed = lastHeard;

  SpokeRecord(long id, Peer peer, WireSocket socket) {
    this.id = id;
    this.peer = peer;
    this.socket = socket;
  }

  long id() {
    return id;
  }

  Peer peer() {
    return peer;
  }

  long lastHeard() {
    return lastHeard;
  }

  void heard() {
    lastHeard = System.nanoTime();
  }

  long lastWelcomed() {
    return lastWelcomed;
  }

  /** It was told that the hub is there. */
  void welcomed() {
    lastWelcomed = System.nanoTime();
  }

  /** It could not be heard for so long. */
  void heldUp(long nanos, long now) {
    lastHeard = Math.min(now, lastHeard + nanos);
  }

  void serve(long number, String service, Services all) {
    services.put(number, service);
    all.add(service, new RemoteService(number, peer, socket));
  }

  void pull(long number, int prefetch, WorkQueue queue) {
    RemoteWorker worker = new RemoteWorker(number, prefetch, peer, socket, queue);
    workers.put(number, worker);
    queue.join(worker);
  }

  void leave(long number, Services all) {
    String service = services.remove(number);
    if (service != null) {
      all.remove(service, new RemoteService(number, peer, socket));
    }
    RemoteWorker worker = workers.remove(number);
    if (worker != null) {
      worker.queue.leave(worker);
    }
  }

  void leaveAll(Services all) {
    List.copyOf(services.keySet()).forEach(number -> leave(number, all));
    List.copyOf(workers.keySet()).forEach(number -> leave(number, all));
  }

  void done(long number, long count) {
    RemoteWorker worker = workers.get(number);
    if (worker != null) {
      worker.queue.done(worker, count);
    }
  }

  void failed(long number) {
    RemoteWorker worker = workers.get(number);
    if (worker != null) {
      worker.queue.failed(worker);
    }
  }
}
