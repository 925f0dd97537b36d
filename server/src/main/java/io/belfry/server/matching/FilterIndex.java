package io.belfry.server.matching;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Filters, each with values, and which of them want a topic. Finding these takes as long as there
 * are filters that match, or begin like the topic; how many others there are does not matter.
 *
 * <p>Safe for any thread. Readers do not wait for each other, and see each change whole or not at
 * all.
 *
 * @param <T> what stands for a filter's owner; compared by {@code equals}
 */
public final class FilterIndex<T> {

  private static final Pattern SEPARATOR = Pattern.compile("\\.");
  private static final String ONE = "*";
  private static final String REST = "#";

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Node root = new Node();
  private int size;

  /** Makes an empty index. */
  public FilterIndex() {}

  /**
   * Adds a value for a filter.
   *
   * @param filter which topics
   * @param value for whom
   * @return false if it was there already
   */
  public boolean add(TopicFilter filter, T value) {
    return exclusively(() -> {
      boolean isNew = add(root, levels(filter.pattern()), value);
      size += isNew ? 1 : 0;
      return isNew;
    });
  }

  /**
   * Removes a value of a filter, and all that was kept for it alone.
   *
   * @param filter which topics
   * @param value for whom
   * @return false if it was not there
   */
  public boolean remove(TopicFilter filter, T value) {
    return exclusively(() -> {
      boolean wasThere = remove(root, levels(filter.pattern()), 0, value);
      size -= wasThere ? 1 : 0;
      return wasThere;
    });
  }

  /**
   * Whose filters want a topic. A value with several filters that do is there several times.
   *
   * @param topic the topic in question
   * @return the values, in no order
   */
  public List<T> match(Topic topic) {
    List<T> found = new ArrayList<>();
    shared(() -> {
      visit(root, levels(topic.name()), 0, held -> Held.<T>forEach(held, found::add));
      return found;
    });
    return found;
  }

  /**
   * How many values {@link #match} would find.
   *
   * @param topic the topic in question
   * @return their number
   */
  public int count(Topic topic) {
    int[] sum = {0};
    shared(() -> {
      visit(root, levels(topic.name()), 0, held -> sum[0] += Held.count(held));
      return sum;
    });
    return sum[0];
  }

  /**
   * How many values there are, counted once for each filter that they have.
   *
   * @return their number
   */
  public int size() {
    return shared(() -> size);
  }

  /** Whether nothing is kept for filters that are gone. */
  boolean isBare() {
    return shared(root::isEmpty);
  }

  private static <T> boolean add(Node root, String[] levels, T value) {
    Node node = root;
    for (String level : levels) {
      if (level.equals(REST)) {
        boolean isNew = !Held.has(node.rest, value);
        node.rest = Held.with(node.rest, value);
        return isNew;
      }
      node = level.equals(ONE) ? nextOfAny(node) : node.nextOrNew(level);
    }
    boolean isNew = !Held.has(node.exact, value);
    node.exact = Held.with(node.exact, value);
    return isNew;
  }

  private static Node nextOfAny(Node node) {
    if (node.one == null) {
      node.one = new Node();
    }
    return node.one;
  }

  private static <T> boolean remove(Node node, String[] levels, int depth, T value) {
    if (depth == levels.length) {
      boolean wasThere = Held.has(node.exact, value);
      node.exact = Held.without(node.exact, value);
      return wasThere;
    }
    String level = levels[depth];
    if (level.equals(REST)) {
      boolean wasThere = Held.has(node.rest, value);
      node.rest = Held.without(node.rest, value);
      return wasThere;
    }
    return removeBelow(node, levels, depth, value);
  }

  /** Cuts the branch off if it has become empty. */
  private static <T> boolean removeBelow(Node node, String[] levels, int depth, T value) {
    String level = levels[depth];
    Node next = level.equals(ONE) ? node.one : node.next(level);
    if (next == null) {
      return false;
    }
    boolean wasThere = remove(next, levels, depth + 1, value);
    if (next.isEmpty()) {
      if (level.equals(ONE)) {
        node.one = null;
      } else {
        node.drop(level);
      }
    }
    return wasThere;
  }

  /** Passes on what is held at each place that matches. */
  private static void visit(
      @Nullable Node node, String[] levels, int depth, Consumer<@Nullable Object> found) {
    if (node == null) {
      return;
    }
    found.accept(node.rest);
    if (depth == levels.length) {
      found.accept(node.exact);
    } else {
      visit(node.next(levels[depth]), levels, depth + 1, found);
      visit(node.one, levels, depth + 1, found);
    }
  }

  private static String[] levels(String name) {
    return SEPARATOR.split(name, -1);
  }

  private <R> R exclusively(Supplier<R> change) {
    lock.writeLock().lock();
    try {
      return change.get();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private <R> R shared(Supplier<R> look) {
    lock.readLock().lock();
    try {
      return look.get();
    } finally {
      lock.readLock().unlock();
    }
  }
}
