package io.belfry.benchmark.measure;

import io.belfry.benchmark.wire.Receiver;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** All receivers, and the account of what has reached them. */
final class Audience implements Receiver {

  private static final long PATIENCE_NANOS = 2_000_000_000L;
  private static final long PAUSE_NANOS = 1_000_000;

  private final Ear[] ears;
  private final boolean isShared;

  /**
   * Makes an audience.
   *
   * @param ears one for each receiver
   * @param isShared whether each message goes to one of them, not to all
   */
  Audience(List<Ear> ears, boolean isShared) {
    this.ears = ears.toArray(Ear[]::new);
    this.isShared = isShared;
  }

  @Override
  public void received(int receiver, long sequence, int size) {
    ears[receiver].hear(sequence, size);
  }

  /** How many messages all have heard together. */
  long heard() {
    long sum = 0;
    for (Ear ear : ears) {
      sum += ear.count();
    }
    return sum;
  }

  /** How many have reached everybody who should hear them, as far as counts can tell. */
  long heardByAll() {
    if (isShared) {
      return heard();
    }
    long least = Long.MAX_VALUE;
    for (Ear ear : ears) {
      least = Math.min(least, ear.count());
    }
    return least;
  }

  /** Waits until all that was sent has arrived, or nothing has for some time. */
  void awaitAll(long sent) {
    long expected = isShared ? sent : sent * ears.length;
    long before = heard();
    long since = System.nanoTime();
    while (before < expected && System.nanoTime() - since < PATIENCE_NANOS) {
      LockSupport.parkNanos(PAUSE_NANOS);
      long now = heard();
      if (now != before) {
        before = now;
        since = System.nanoTime();
      }
    }
  }

  /** The account, once nothing more arrives. */
  Verdict verdict(long sent) {
    Verdict verdict = Verdict.FLAWLESS;
    BitSet anybody = new BitSet();
    for (Ear ear : ears) {
      verdict = verdict.plus(new Verdict(0, 0, ear.disordered(), ear.damaged()));
      if (isShared) {
        anybody.or(ear.heard());
      } else {
        verdict = verdict.plus(account(sent, ear.count() - ear.damaged(), ear.heard()));
      }
    }
    return isShared ? verdict.plus(account(sent, heard() - verdict.damaged(), anybody)) : verdict;
  }

  private static Verdict account(long sent, long received, BitSet heard) {
    long different = heard.cardinality();
    return new Verdict(sent - different, received - different, 0, 0);
  }
}
