package io.belfry.benchmark.wire;

/** What messages are about and where they go: names of common length. */
public final class Names {

  /** What is published about. */
  public static final String TOPIC = "finance.stock.market";

  /** Where work is put. */
  public static final String QUEUE = "orders.incoming";

  /** Who is asked. */
  public static final String SERVICE = "quotes.latest";

  private Names() {}
}
