package io.belfry.tck.inproc;

import io.belfry.message.Address;
import io.belfry.message.Topic;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Capability;
import io.belfry.transport.delivery.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Who subscribes to what. Safe for any thread. */
final class Topics {

  private final Routes<Subscriber> routes = new Routes<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final boolean isCoarse;

  Topics(Capabilities capabilities) {
    isCoarse = !capabilities.has(Capability.NATIVE_WILDCARDS);
  }

  void add(Subscriber subscriber) {
    routes.add(subscriber.filter(), subscriber);
  }

  void remove(Subscriber subscriber) {
    routes.remove(subscriber);
  }

  /** Gives the parcel to every subscriber that wants it, and to one of each group. */
  void publish(Topic topic, Parcel parcel) {
    Map<Address, List<Subscriber>> groups = new LinkedHashMap<>();
    for (Subscriber subscriber : routes.to(topic)) {
      if (subscriber.selects(parcel)) {
        subscriber
            .group()
            .ifPresentOrElse(
                group ->
                    groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(subscriber),
                () -> subscriber.offer(topic, parcel));
      }
    }
    groups.values().forEach(members -> next(members).offer(topic, parcel));
    if (isCoarse) {
      countExcess(topic);
    }
  }

  private Subscriber next(List<Subscriber> members) {
    return members.get(Math.floorMod(turn.getAndIncrement(), members.size()));
  }

  /** Plays a wire that brings everything to everybody. */
  private void countExcess(Topic topic) {
    routes.all().stream()
        .filter(subscriber -> !subscriber.filter().matches(topic))
        .forEach(Subscriber::countFiltered);
  }
}
