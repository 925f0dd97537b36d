package io.belfry.benchmark.contest;

/** What is in use once the garbage is collected. */
public final class Heap {

  private static final int MOST_TIMES = 12;
  private static final long SETTLED_BYTES = 4_096;

  private Heap() {}

  /** Collects until nothing more goes: some things go only after others have. */
  public static long used() {
    long before = Long.MAX_VALUE;
    for (int i = 0; i < MOST_TIMES; i++) {
      System.gc();
      long now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
      if (i > 1 && Math.abs(before - now) < SETTLED_BYTES) {
        return now;
      }
      before = now;
    }
    return before;
  }
}
