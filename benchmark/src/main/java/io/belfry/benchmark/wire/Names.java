package io.belfry.benchmark.wire;

import java.util.concurrent.ThreadLocalRandom;

/** What messages are about and where they go: names of common length. */
public final class Names {

  /** What is published about. */
  public static final String TOPIC = "finance.stock.market";

  /** Who is asked. */
  public static final String SERVICE = "quotes.latest";

  private static final int LEAST_TAG = 0x1000;
  private static final int MOST_TAG = 0x10000;

  private Names() {}

  /**
   * Where work is put: another queue each time, since a broker keeps what nobody fetched, and would
   * hand it out in the next turn.
   */
  public static String freshQueue() {
    return "orders."
        + Integer.toHexString(ThreadLocalRandom.current().nextInt(LEAST_TAG, MOST_TAG));
  }
}
