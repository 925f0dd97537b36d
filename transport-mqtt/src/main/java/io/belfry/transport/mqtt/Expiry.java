package io.belfry.transport.mqtt;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long a message is worth delivering. The wire counts in whole seconds, and tells at the end
 * how many are left; Belfry's milliseconds travel beside them.
 */
final class Expiry {

  /** For ever, as a time of {@link System#nanoTime} that never comes. */
  static final long NEVER = Long.MAX_VALUE;

  private static final long MILLIS = 1_000;

  /** One more, and Artemis loses the message: its milliseconds overflow. */
  private static final long MOST_SECONDS = 2_147_483;

  private Expiry() {}

  /** The whole seconds to announce, never fewer than the milliseconds. */
  static long seconds(long millis) {
    return millis >= MOST_SECONDS * MILLIS ? MOST_SECONDS : (millis + MILLIS - 1) / MILLIS;
  }

  /**
   * How many milliseconds are left of those that were announced.
   *
   * @param millis how many were announced, or nothing where only seconds were
   * @param secondsLeft how many whole seconds the wire says are left, or nothing if it does not say
   * @return the milliseconds left, or nothing for ever
   */
  static @Nullable Long left(@Nullable Long millis, @Nullable Long secondsLeft) {
    if (millis == null) {
      return secondsLeft == null ? null : Long.valueOf(secondsLeft * MILLIS);
    }
    if (secondsLeft == null) {
      return millis;
    }
    long spent = Math.max(0, seconds(millis) - secondsLeft);
    return millis - spent * MILLIS;
  }

  /** The time of {@link System#nanoTime} that lies so far ahead. */
  static long in(@Nullable Long millis) {
    return millis == null || millis > TimeUnit.DAYS.toMillis(MILLIS * MILLIS)
        ? NEVER
        : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  static boolean isPast(long time) {
    return time != NEVER && System.nanoTime() - time >= 0;
  }
}
