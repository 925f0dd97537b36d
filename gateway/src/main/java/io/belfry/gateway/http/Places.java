package io.belfry.gateway.http;

import io.belfry.service.ServiceException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** How many sessions and streams there are, and who has them. */
public final class Places {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final int inAll;
  private final int forEach;
  private final AtomicInteger taken = new AtomicInteger();
  private final Map<Client, Integer> byClient = new ConcurrentHashMap<>();

  /** Somebody's place. */
  public interface Place extends AutoCloseable {

    /** Gives it back; again, it does nothing. */
    @Override
    void close();
  }

  /**
   * Begins with all free.
   *
   * @param inAll how many there are
   * @param forEach how many of them a client may have
   */
  public Places(int inAll, int forEach) {
    this.inAll = inAll;
    this.forEach = forEach;
  }

  /**
   * Takes a place.
   *
   * @param client for whom
   * @return the place, to be given back
   * @throws ServiceException with {@code BUSY}, if there is none
   */
  public Place take(Client client) {
    if (byClient.merge(client, 1, Integer::sum) > forEach) {
      leave(client);
      throw ServiceException.busy(
          "You have " + forEach + " sessions and streams already; close one of them.", RETRY_AFTER);
    }
    if (taken.incrementAndGet() > inAll) {
      taken.decrementAndGet();
      leave(client);
      throw ServiceException.busy(
          "There are " + inAll + " sessions and streams already; try again later.", RETRY_AFTER);
    }
    AtomicBoolean isLeft = new AtomicBoolean();
    return () -> {
      if (isLeft.compareAndSet(false, true)) {
        taken.decrementAndGet();
        leave(client);
      }
    };
  }

  /**
   * How many are taken.
   *
   * @return their number
   */
  public int taken() {
    return taken.get();
  }

  private void leave(Client client) {
    byClient.computeIfPresent(client, (who, count) -> count == 1 ? null : count - 1);
  }
}
