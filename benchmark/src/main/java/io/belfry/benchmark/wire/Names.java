package io.belfry.benchmark.wire;

import java.util.concurrent.ThreadLocalRandom;

/** What messages are about and where they go: names of common length. */
public final class Names {

  /** Who is asked. */
  public static final String SERVICE = "quotes.latest";

  private static final int LEAST_TAG = 0x10_0000;
  private static final int MOST_TAG = 0x100_0000;

  private Names() {}

  /**
   * What is published about: another topic each time, since others may publish at the same broker
   * meanwhile.
   */
  public static String freshTopic() {
    return "finance.stock." + tag();
  }

  /**
   * Where work is put: another queue each time, since a broker keeps what nobody fetched, and would
   * hand it out in the next turn.
   */
  public static String freshQueue() {
    return "orders." + tag();
  }

  private static String tag() {
    return Integer.toHexString(ThreadLocalRandom.current().nextInt(LEAST_TAG, MOST_TAG));
  }
}
