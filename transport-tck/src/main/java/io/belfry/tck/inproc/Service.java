package io.belfry.tck.inproc;

import io.belfry.message.Address;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The servers of one address, which take turns. Safe for any thread. */
final class Service {

  private final Address address;
  private final List<Server> servers = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  Service(Address address) {
    this.address = address;
  }

  void add(Server server) {
    servers.add(server);
  }

  void remove(Server server) {
    servers.remove(server);
  }

  /** Gives the question to the next server that has room. */
  void ask(Question question) {
    List<Server> now = List.copyOf(servers);
    int first = turn.getAndIncrement();
    for (int i = 0; i < now.size(); i++) {
      if (now.get(Math.floorMod(first + i, now.size())).offer(question)) {
        return;
      }
    }
    question.fail(
        now.isEmpty()
            ? new TransportException(
                Category.UNREACHABLE, "Nobody serves '" + address + "'; start its server.")
            : new TransportException(
                Category.REFUSED, "The service '" + address + "' has no room; ask again later."));
  }
}
