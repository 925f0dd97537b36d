package io.belfry.packing.lane;

import io.belfry.transport.delivery.Courier;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A lane for each destination. Those that have rested for long are forgotten when there are many.
 *
 * @param <K> a destination
 * @param <T> what is carried
 */
public final class Lanes<K, T> {

  private static final int MANY = 10_000;

  private final ConcurrentHashMap<K, Lane<T>> lanes = new ConcurrentHashMap<>();
  private final Function<K, Load<T>> loads;
  private final Limits limits;
  private final Courier courier;
  private volatile int manyNow = MANY;

  /**
   * Makes no lane yet.
   *
   * @param loads what goes to a destination
   * @param limits how much travels together
   * @param courier tells what has become of it, and lends threads
   */
  public Lanes(Function<K, Load<T>> loads, Limits limits, Courier courier) {
    this.loads = loads;
    this.limits = limits;
    this.courier = courier;
  }

  /**
   * The lane to a destination. It is to be used at once, and not kept.
   *
   * @param to the destination
   * @return its lane
   */
  public Lane<T> to(K to) {
    Lane<T> known = lanes.get(to);
    return known != null ? known : make(to);
  }

  /**
   * Takes nothing more; what has not left in time fails.
   *
   * @param nanos how long that may take
   */
  public void close(long nanos) {
    long end = System.nanoTime() + nanos;
    lanes.values().forEach(lane -> lane.close(Math.max(0, end - System.nanoTime())));
  }

  private Lane<T> make(K to) {
    if (lanes.size() >= manyNow) {
      lanes.values().removeIf(Lane::hasRested);
      manyNow = Math.max(MANY, 2 * lanes.size());
    }
    return lanes.computeIfAbsent(to, key -> new Lane<>(loads.apply(key), limits, courier));
  }
}
