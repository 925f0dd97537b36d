package io.belfry.packing.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What gathers for one wire message. Guarded by its lane until it is taken from there.
 *
 * @param <T> what is carried
 */
final class Batch<T> {

  private final List<T> items = new ArrayList<>();
  private final SharedStage arrival = new SharedStage();
  private final boolean isSealed;
  private int bytes;

  /**
   * Makes an empty one.
   *
   * @param isSealed whether it is for one item alone
   */
  Batch(boolean isSealed) {
    this.isSealed = isSealed;
  }

  boolean hasRoomFor(int size, Limits limits) {
    return !isSealed && items.size() < limits.count() && bytes + size <= limits.bytes();
  }

  void add(T item, int size) {
    items.add(item);
    bytes += size;
  }

  List<T> items() {
    return items;
  }

  /** Completes with {@link #end}, for all that is in it. */
  CompletionStage<Void> arrival() {
    return arrival;
  }

  /** Tells what has become of it; no failure if it has arrived. */
  void end(@Nullable Throwable failure) {
    if (failure == null) {
      arrival.complete(null);
    } else {
      boolean isWrapped = failure instanceof CompletionException && failure.getCause() != null;
      arrival.completeExceptionally(isWrapped ? failure.getCause() : failure);
    }
  }
}
