package io.belfry.benchmark.measure;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** What one receiver has heard. Written by its thread alone; the count may be read by any. */
final class Ear {

  /** Room for what a run brings to all together, so that it seldom grows while it counts. */
  private static final int EXPECTED = 1 << 24;

  private final AtomicLong count = new AtomicLong();
  private final BitSet heard;
  private final int size;
  private final LongConsumer timing;
  private long last = -1;
  private long disordered;
  private long damaged;

  /**
   * Makes an ear.
   *
   * @param size the size that every payload should have
   * @param ears how many there are, which share what memory there is
   * @param timing is told the number of each message when it arrives
   */
  Ear(int size, int ears, LongConsumer timing) {
    this.heard = new BitSet(EXPECTED / ears);
    this.size = size;
    this.timing = timing;
  }

  void hear(long sequence, int payloadSize) {
    timing.accept(sequence);
    if (payloadSize != size || sequence < 0 || sequence > Integer.MAX_VALUE) {
      damaged++;
    } else {
      heard.set((int) sequence);
      if (sequence < last) {
        disordered++;
      }
      last = sequence;
    }
    count.lazySet(count.getPlain() + 1);
  }

  /** How many it has heard; whoever has read that sees what was written up to then. */
  long count() {
    return count.get();
  }

  BitSet heard() {
    return heard;
  }

  long disordered() {
    return disordered;
  }

  long damaged() {
    return damaged;
  }
}
