package io.belfry.server.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place of the trie: what is held by the filters that end here, and the next levels. A few of
 * these stand in an array, since most places have one; more are in a map, whose cost does not rise
 * even if somebody chooses names of one hash code.
 */
final class Node {

  private static final int FEW = 8;
  private static final Object[] NONE = {};

  /** What the filters hold that end with this level. */
  @Nullable
  Object exact;

  /** What the filters hold that end with {@code #} after this level. */
  @Nullable
  Object rest;

  /** Where {@code *} leads. */
  @Nullable
  Node one;

  /** A name and its node in turn; empty if there is a map. */
  private Object[] few = NONE;

  private @Nullable Map<String, Node> many;

  @Nullable
  Node next(String level) {
    if (many != null) {
      return many.get(level);
    }
    int place = place(level);
    return place < 0 ? null : (Node) few[place + 1];
  }

  Node nextOrNew(String level) {
    Node next = next(level);
    return Optional.ofNullable(next).orElseGet(() -> grown(level));
  }

  /** Forgets the next level of that name, which is there. */
  void drop(String level) {
    if (many != null) {
      many.remove(level);
      if (many.isEmpty()) {
        many = null;
      }
    } else {
      int place = place(level);
      Object[] fewer = Arrays.copyOf(few, few.length - 2);
      if (place < fewer.length) {
        System.arraycopy(few, place + 2, fewer, place, fewer.length - place);
      }
      few = fewer.length == 0 ? NONE : fewer;
    }
  }

  boolean isEmpty() {
    return exact == null && rest == null && one == null && few.length == 0 && many == null;
  }

  private Node grown(String level) {
    Node next = new Node();
    if (many == null && few.length == 2 * FEW) {
      many = mapOfFew();
      few = NONE;
    }
    if (many != null) {
      many.put(level, next);
    } else {
      few = Arrays.copyOf(few, few.length + 2);
      few[few.length - 2] = level;
      few[few.length - 1] = next;
    }
    return next;
  }

  private Map<String, Node> mapOfFew() {
    Map<String, Node> map = new HashMap<>();
    for (int i = 0; i < few.length; i += 2) {
      map.put((String) few[i], (Node) few[i + 1]);
    }
    return map;
  }

  private int place(String level) {
    for (int i = 0; i < few.length; i += 2) {
      if (few[i].equals(level)) {
        return i;
      }
    }
    return -1;
  }
}
