package io.belfry.packing.lane;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The wire messages of one lane that are on their way. Guarded by the lane. */
final class Traffic {

  /**
   * What comes so soon after the one before is on its heels; where many do, the wire is taken to be
   * busy, even if it says nothing.
   */
  private static final long ON_THE_HEELS = TimeUnit.MICROSECONDS.toNanos(20);

  /**
   * So many may come in quick succession by chance, or because their sender had to wait for a core.
   * To have them gather would cost another thread, which would have to wait for one, too.
   */
  private static final int FEW = 64;

  private static final long RESTED = TimeUnit.SECONDS.toNanos(10);
  private static final Duration SHORT = Duration.ofMillis(10);

  private final Limits limits;
  private int underWay;
  private int inSuccession;
  private long lastLeft = System.nanoTime() - RESTED;
  private int holds;
  private long lastHeld;

  Traffic(Limits limits) {
    this.limits = limits;
  }

  void left() {
    underWay++;
    lastLeft = System.nanoTime();
  }

  void arrived() {
    underWay--;
  }

  void hold() {
    holds++;
    lastHeld = System.nanoTime();
  }

  void release() {
    holds--;
  }

  /** Whether more is about to come, if it comes soon. */
  boolean isHeld() {
    return holds > 0 && nanosLeftSince(lastHeld) > 0;
  }

  /** Whether what comes now finds nothing on its way that it should gather behind. */
  boolean isQuiet() {
    boolean isOnTheHeels = System.nanoTime() - lastLeft < ON_THE_HEELS;
    inSuccession = isOnTheHeels ? inSuccession + 1 : 0;
    return inSuccession < FEW && mayLeave();
  }

  /** Whether not too many are on their way, or those that are take too long to count. */
  boolean mayLeave() {
    return nanosToWait() <= 0;
  }

  /** For how long the next may have to wait, if nothing arrives, and nothing more comes. */
  long nanosToWait() {
    long forArrivals = underWay < limits.underWay() ? 0 : nanosLeftSince(lastLeft);
    long forMore = holds == 0 ? 0 : nanosLeftSince(lastHeld);
    return Math.max(forArrivals, forMore);
  }

  private long nanosLeftSince(long time) {
    return time + limits.most().toNanos() - System.nanoTime();
  }

  /**
   * Whether arrivals are waited for as long as it takes: then the news of one has the next leave.
   */
  boolean isPatient() {
    return limits.most().compareTo(SHORT) > 0;
  }

  /** Whether there has been none for long. */
  boolean hasRested() {
    return underWay == 0 && System.nanoTime() - lastLeft > RESTED;
  }
}
