package io.belfry.transport.jms;

import io.belfry.transport.TransportException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Waiting for what must happen, with an end. */
final class Waiting {

  /** Long, since it costs nothing where things work. */
  static final Duration LONG = Duration.ofSeconds(20);

  private static final Duration POLL = Duration.ofMillis(5);

  private Waiting() {}

  /** Waits until something holds; {@code what} completes "it never happened that". */
  static void until(String what, BooleanSupplier holds) {
    within(LONG, what, holds);
  }

  static void within(Duration limit, String what, BooleanSupplier holds) {
    Awaitility.await("it never happened that " + what)
        .pollInSameThread()
        .atMost(limit)
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .until(holds::getAsBoolean);
  }

  /** Watches for a while, and tells whether something held throughout. */
  static boolean stays(Duration time, BooleanSupplier holds) {
    long end = System.nanoTime() + time.toNanos();
    until("the while ended", () -> !holds.getAsBoolean() || System.nanoTime() - end >= 0);
    return holds.getAsBoolean();
  }

  static <T> T value(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("there was no value", e);
    }
  }

  static TransportException failure(CompletionStage<?> stage) {
    Throwable thrown = value(stage.handle((value, failure) -> failure));
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (cause instanceof TransportException expected) {
      return expected;
    }
    throw new AssertionError("not a TransportException", cause);
  }
}
