package io.belfry.transport.delivery;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which receivers want a topic. Looking a topic up the second time costs one step in a hash table,
 * however many filters there are. Safe for any thread.
 *
 * @param <T> what receives
 */
public final class Routes<T> {

  /** How many topics are remembered before they are forgotten again, so that memory is bounded. */
  private static final int MAX_REMEMBERED = 10_000;

  private record Route<T>(TopicFilter filter, T receiver) {}

  /** All routes at one time, and what was found in them; replaced as a whole by every change. */
  private record Table<T>(List<Route<T>> routes, Map<Topic, List<T>> found) {
    Table(List<Route<T>> routes) {
      this(List.copyOf(routes), new ConcurrentHashMap<>());
    }
  }

  private volatile Table<T> table = new Table<>(List.of());

  /**
   * Adds a receiver, under one filter; added under two, it would get a message twice.
   *
   * @param filter the topics it wants
   * @param receiver the receiver
   */
  public synchronized void add(TopicFilter filter, T receiver) {
    List<Route<T>> routes = new ArrayList<>(table.routes());
    routes.add(new Route<>(filter, receiver));
    table = new Table<>(routes);
  }

  /**
   * Removes a receiver with all its filters.
   *
   * @param receiver the receiver, compared by identity
   */
  public synchronized void remove(T receiver) {
    List<Route<T>> routes = new ArrayList<>(table.routes());
    routes.removeIf(route -> route.receiver() == receiver);
    table = new Table<>(routes);
  }

  /**
   * Who wants a topic.
   *
   * @param topic the topic
   * @return the receivers in the order in which they were added
   */
  public List<T> to(Topic topic) {
    Table<T> now = table;
    List<T> receivers = now.found().get(topic);
    return receivers != null ? receivers : find(now, topic);
  }

  /**
   * Whether there are no receivers.
   *
   * @return true if there are none
   */
  public boolean isEmpty() {
    return table.routes().isEmpty();
  }

  /**
   * All receivers.
   *
   * @return the receivers in the order in which they were added
   */
  public List<T> all() {
    return table.routes().stream().map(Route::receiver).toList();
  }

  private static <T> List<T> find(Table<T> table, Topic topic) {
    List<T> receivers = table.routes().stream()
        .filter(route -> route.filter().matches(topic))
        .map(Route::receiver)
        .toList();
    if (table.found().size() >= MAX_REMEMBERED) {
      table.found().clear();
    }
    table.found().put(topic, receivers);
    return receivers;
  }
}
