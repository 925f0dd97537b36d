package io.belfry.client.listening;

import io.belfry.message.TopicFilter;
import java.time.Duration;
import java.util.SplittableRandom;

/** What a simulated world is like: how bad the wire is, how slow the listener, and so on. */
final class Conditions {

  /** What servers tell in beacons. */
  enum Beacons {
    NONE,
    EXACT,
    FAR_BACK,
    BARE
  }

  /** What becomes of the log. */
  enum Fate {
    STAYS,
    IS_NEW,
    IS_RESTORED
  }

  /** Where the listening begins. */
  enum Origin {
    NOW,
    FIRST,
    MIDDLE,
    CURSOR,
    SUBSCRIBER
  }

  final double loss;
  final double repeats;
  final double delays;
  final double failures;
  final double crashes;
  final double interrupts;
  final boolean isOut;
  final boolean isTrimmed;
  final boolean freezes;
  final long handling;
  final int burst;
  final int topics;
  final int serverPage;
  final int largest;
  final Beacons beacons;
  final Fate fate;
  final Origin origin;
  final TopicFilter filter;
  final Pace pace;

  Conditions(SplittableRandom random) {
    boolean isRestored = random.nextInt(4) == 0;
    crashes = isRestored ? 0 : pick(random, 0, 0, 0.2);
    loss = pick(random, 0, 0, 0.01, 0.1, 0.5, 1);
    repeats = pick(random, 0, 0.05, 0.5);
    delays = pick(random, 0, 0.05, 0.5);
    failures = pick(random, 0, 0.05, 0.4);
    interrupts = pick(random, 0, 0, 0.3);
    isOut = random.nextInt(3) == 0;
    isTrimmed = random.nextInt(3) == 0;
    freezes = random.nextInt(5) == 0;
    handling = (long) (pick(random, 0, 0.1, 3, 40) * 1_000_000);
    burst = (int) pick(random, 1, 5, 40);
    topics = (int) pick(random, 1, 3, 12, 200);
    serverPage = (int) pick(random, 2, 10, 1_000);
    largest = (int) pick(random, 1_000, 1_000, 3);
    beacons = Beacons.values()[random.nextInt(4)];
    origin = Origin.values()[random.nextInt(5)];
    fate = origin == Origin.SUBSCRIBER || origin == Origin.MIDDLE
        ? Fate.STAYS
        : isRestored ? Fate.IS_RESTORED : Fate.values()[random.nextInt(2)];
    filter = new TopicFilter(new String[] {"#", "t.#", "t.*", "t.t1", "#"}[random.nextInt(5)]);
    pace = pace((int) pick(random, 4, 30, 500), (int) pick(random, 3, 20, 500));
  }

  private static Pace pace(int bound, int page) {
    return new Pace(
        Duration.ofMillis(5),
        Duration.ofSeconds(3),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Duration.ofMillis(50),
        Duration.ofSeconds(5),
        page,
        3,
        bound,
        bound,
        1_000_000);
  }

  private static double pick(SplittableRandom random, double... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
