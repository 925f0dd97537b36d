package io.belfry.tck;

import io.belfry.transport.TransportException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

/**
 * How long a test waits: for what must happen, to the limit; for what must not, a quiet while that
 * is long compared with the way through the wire.
 */
record Patience(Duration limit) {

  /** How long nothing must come before a test believes that nothing will. */
  private static final Duration QUIET = Duration.ofMillis(250);

  private static final Duration POLL = Duration.ofMillis(5);

  /** Waits for the stage's value; fails the test if it fails or does not come. */
  <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("failed with " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("still not complete after " + limit, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Waits for the stage's failure; fails the test if it succeeds or does not come. */
  TransportException failureOf(CompletionStage<?> stage) {
    Throwable failure = await(stage.handle((value, thrown) -> causeOf(thrown, value)));
    if (failure instanceof TransportException expected) {
      return expected;
    }
    throw new AssertionError("not a TransportException", failure);
  }

  /** Waits until something holds; {@code what} completes the sentence "it never happened that". */
  void until(String what, BooleanSupplier holds) {
    polling("it never happened that " + what).until(holds::getAsBoolean);
  }

  /** Waits until an assertion holds. */
  void untilAsserted(ThrowingRunnable assertion) {
    polling("the assertion never held").untilAsserted(assertion);
  }

  /** Watches for a quiet while, beginning at once, and tells whether something held throughout. */
  boolean stays(BooleanSupplier holds) {
    return stays(QUIET, holds);
  }

  /** Watches for as long as it is told. */
  boolean stays(Duration time, BooleanSupplier holds) {
    long end = System.nanoTime() + time.toNanos();
    polling("the quiet while ended")
        .until(() -> !holds.getAsBoolean() || System.nanoTime() - end >= 0);
    return holds.getAsBoolean();
  }

  /** Waits for the clock alone. */
  void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    until(time + " passed", () -> System.nanoTime() - end >= 0);
  }

  private ConditionFactory polling(String alias) {
    return polling(limit.plus(QUIET), alias);
  }

  /** Asks again and again, on the thread of the caller. */
  static ConditionFactory polling(Duration atMost, String alias) {
    return Awaitility.await(alias)
        .pollInSameThread()
        .atMost(atMost)
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL);
  }

  private static Throwable causeOf(Throwable thrown, Object value) {
    if (thrown instanceof CompletionException wrapper && wrapper.getCause() != null) {
      return wrapper.getCause();
    }
    return thrown != null ? thrown : new AssertionError("succeeded with " + value);
  }
}
