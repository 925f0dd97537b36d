package io.belfry.transport.mqtt;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting, with an end, for what the broker makes of an order. Not for a thread of Paho. */
final class Outcomes {

  private Outcomes() {}

  /** Waits; false if it did not come in time or was a failure. */
  static boolean await(CompletableFuture<?> outcome, Duration patience) {
    try {
      require(outcome, patience);
      return true;
    } catch (TransportException e) {
      return false;
    }
  }

  /** Waits; throws what it has failed with, or {@code UNREACHABLE} if it did not come in time. */
  static <T> T require(CompletableFuture<T> outcome, Duration patience) {
    try {
      return outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw noAnswer(e);
    } catch (TimeoutException e) {
      throw noAnswer(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TransportException failure ? failure : noAnswer(e);
    }
  }

  private static TransportException noAnswer(Exception cause) {
    return new TransportException(
        Category.UNREACHABLE, "The broker has not answered in time.", cause);
  }
}
