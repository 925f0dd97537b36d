package io.belfry.gateway.http;

import io.belfry.service.ServiceException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How much each client sends: a bucket that fills up again by so many a second. A full one is
 * forgotten.
 */
public final class Rates {

  private static final int MANY = 1_000;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final int perSecond;
  private final LongSupplier clock;
  private final Map<Client, Long> emptyUntil = new ConcurrentHashMap<>();

  /**
   * Begins with all buckets full.
   *
   * @param perSecond how many a client may send in a second, after a burst of as many; 0 for no
   *     bound
   * @param clock nanoseconds
   */
  public Rates(int perSecond, LongSupplier clock) {
    this.perSecond = perSecond;
    this.clock = clock;
  }

  /**
   * Counts something that was sent.
   *
   * @param client by whom
   * @throws ServiceException with {@code BUSY}, if it was too much
   */
  public void count(Client client) {
    if (perSecond == 0) {
      return;
    }
    long now = clock.getAsLong();
    if (emptyUntil.size() > MANY) {
      emptyUntil.values().removeIf(time -> time - now <= 0);
    }
    long cost = SECOND / perSecond;
    long[] wait = {0};
    emptyUntil.compute(client, (who, before) -> {
      long from = before == null || before - now < 0 ? now : before;
      if (from + cost - now > SECOND) {
        wait[0] = from + cost - now - SECOND;
        return from;
      }
      return from + cost;
    });
    if (wait[0] > 0) {
      throw ServiceException.busy(
          "More than " + perSecond + " a second came from you; send less.",
          Duration.ofNanos(wait[0]).plusMillis(1));
    }
  }
}
