package io.belfry.transport.zeromq;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.delivery.Routes;
import java.util.List;

/**
 * The subscriptions of one transport. The wire filters by prefix, which is coarser than levels; who
 * asked for a prefix but not for the topic counts it as filtered.
 */
final class Subscribers {

  private final Routes<EventSubscription> byFilter = new Routes<>();
  private final Routes<EventSubscription> byPrefix = new Routes<>();
  private volatile int version;

  /** Who gets what is published on a topic, as long as the version is the present one. */
  record Audience(
      Topic topic, List<EventSubscription> wanted, List<EventSubscription> surplus, int version) {}

  synchronized void add(TopicFilter filter, EventSubscription subscription) {
    byFilter.add(filter, subscription);
    byPrefix.add(Prefixes.coarse(filter), subscription);
    version++;
  }

  synchronized void remove(EventSubscription subscription) {
    byFilter.remove(subscription);
    byPrefix.remove(subscription);
    version++;
  }

  int version() {
    return version;
  }

  List<EventSubscription> all() {
    return byFilter.all();
  }

  boolean isEmpty() {
    return version == 0 || byFilter.isEmpty();
  }

  /** Who wants what is published on a topic. */
  List<EventSubscription> wanting(Topic topic) {
    return byFilter.to(topic);
  }

  Audience audience(Topic topic) {
    int now = version;
    List<EventSubscription> wanted = byFilter.to(topic);
    List<EventSubscription> surplus =
        byPrefix.to(topic).stream().filter(one -> !wanted.contains(one)).toList();
    return new Audience(topic, wanted, surplus, now);
  }
}
