package io.belfry.packing.lane;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What a lane carries, and how it gets on the wire. Safe for any thread.
 *
 * @param <T> what is carried
 */
public interface Load<T> {

  /**
   * Puts something on the wire, as one message.
   *
   * @param items one, which travels plain, or more, which are packed
   * @return a stage that completes when they have arrived; a failure is one of the transport's
   */
  CompletionStage<?> send(List<T> items);

  /**
   * How many bytes an item takes in a pack.
   *
   * @param item the item
   * @return not fewer than it does
   */
  int size(T item);

  /**
   * Whether an item must not be packed.
   *
   * @param item the item
   * @return true if it travels plain, in its turn
   */
  boolean isAlone(T item);
}
