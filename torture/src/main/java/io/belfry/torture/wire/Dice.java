package io.belfry.torture.wire;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Decides about each message, and counts. Safe for any thread. */
final class Dice {

  /** What becomes of a message. */
  enum Fate {
    PASSED,
    DROPPED,
    REPEATED,
    DELAYED
  }

  private final Chaos chaos;
  private final Random random;
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong delayed = new AtomicLong();

  Dice(Chaos chaos, long seed) {
    this.chaos = chaos;
    this.random = new Random(seed);
  }

  Fate roll() {
    double value = random.nextDouble();
    if (value < chaos.drop()) {
      dropped.incrementAndGet();
      return Fate.DROPPED;
    }
    if (value < chaos.drop() + chaos.repeat()) {
      repeated.incrementAndGet();
      return Fate.REPEATED;
    }
    if (value < chaos.drop() + chaos.repeat() + chaos.delay()) {
      delayed.incrementAndGet();
      return Fate.DELAYED;
    }
    return Fate.PASSED;
  }

  boolean flip() {
    return random.nextBoolean();
  }

  /** A delay in microseconds, at least 1. */
  long delayMicros() {
    return 1 + (long) (random.nextDouble() * chaos.latest().toNanos() / 1_000);
  }

  Damage damage() {
    return new Damage(dropped.get(), repeated.get(), delayed.get());
  }
}
