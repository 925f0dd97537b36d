package org.example.belfry.tcp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The servers of one address, which take turns. Safe for any thread. */
final class Service {

  private final List<Seat> servers = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  void join(Seat server) {
    servers.add(server);
  }

  void leave(Seat server) {
    servers.remove(server);
  }

  /** Gives the request to the next server that is there; false if there is none. */
  boolean ask(Frame request) {
    List<Seat> now = List.copyOf(servers);
    int first = turn.getAndIncrement();
    for (int i = 0; i < now.size(); i++) {
      if (now.get(Math.floorMod(first + i, now.size())).give(request)) {
        return true;
      }
    }
    return false;
  }
}
