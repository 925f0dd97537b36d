package io.belfry.tck;

import io.belfry.transport.TransportException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** Waiting for what must happen, with an end: for the tests of transports and of brokers. */
public final class Waiting {

  /** Long, since it costs nothing where things work. */
  public static final Duration LONG = Duration.ofSeconds(20);

  private static final Patience PATIENCE = new Patience(LONG);

  private Waiting() {}

  /**
   * Waits until something holds, and fails the test if it never does.
   *
   * @param what completes the sentence "it never happened that"
   * @param holds is asked every few milliseconds, on the thread of the caller
   */
  public static void until(String what, BooleanSupplier holds) {
    within(LONG, what, holds);
  }

  /**
   * Waits until something holds, but not for longer than a limit of the caller's.
   *
   * @param limit after which the test fails
   * @param what completes the sentence "it never happened that"
   * @param holds is asked every few milliseconds, on the thread of the caller
   */
  public static void within(Duration limit, String what, BooleanSupplier holds) {
    Patience.polling(limit, "it never happened that " + what).until(holds::getAsBoolean);
  }

  /**
   * Watches for a while, and tells whether something held throughout.
   *
   * @param time how long to watch
   * @param holds is asked every few milliseconds, on the thread of the caller
   * @return whether it held each time
   */
  public static boolean stays(Duration time, BooleanSupplier holds) {
    return PATIENCE.stays(time, holds);
  }

  /**
   * Waits for a value, and fails the test if there is none.
   *
   * @param stage what will have it
   * @param <T> its type
   * @return the value
   */
  public static <T> T value(CompletionStage<T> stage) {
    return PATIENCE.await(stage);
  }

  /**
   * Waits for a failure of a transport, and fails the test if it is another one, or a value.
   *
   * @param stage what will fail
   * @return the failure
   */
  public static TransportException failure(CompletionStage<?> stage) {
    return PATIENCE.failureOf(stage);
  }
}
