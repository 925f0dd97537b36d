package io.belfry.transport.zeromq;

import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Outcome;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Who serves what, here or at a spoke. Requests go to those who serve an address in turn. */
final class Services {

  /** One who serves an address. */
  interface Provider {
    /**
     * Takes a request whose name begins at the index; false if it can't.
     *
     * @throws IllegalArgumentException if the frame is malformed
     */
    boolean take(Route route, byte[] frame, int nameAt);
  }

  private final ConcurrentHashMap<String, List<Provider>> providers = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();

  void add(String service, Provider provider) {
    providers.computeIfAbsent(service, name -> new CopyOnWriteArrayList<>()).add(provider);
  }

  void remove(String service, Provider provider) {
    providers.computeIfPresent(service, (name, all) -> {
      all.remove(provider);
      return all.isEmpty() ? null : all;
    });
  }

  /** Hands a request to one of those who serve it; what is returned says why nobody took it. */
  java.util.Optional<Outcome> dispatch(Route route, byte[] frame, int nameAt) {
    String service = Frames.name(frame, nameAt, Frames.nameEnd(frame, nameAt));
    Object[] all = providers.getOrDefault(service, List.of()).toArray();
    int first = turn.getAndIncrement() & Integer.MAX_VALUE;
    for (int i = 0; i < all.length; i++) {
      Provider provider = (Provider) all[(first + i) % all.length];
      if (provider.take(route, frame, nameAt)) {
        return java.util.Optional.empty();
      }
    }
    return java.util.Optional.of(
        all.length == 0
            ? Outcome.failure(Category.UNREACHABLE, "Nobody serves '" + printable(service) + "'.")
            : ServicePost.busy(service));
  }

  private static String printable(String name) {
    return name.replaceAll("\\p{C}", "?");
  }
}
