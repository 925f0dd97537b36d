package io.belfry.tck;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What a test does beside its own thread. Each gets a thread of its own, which ends with it: the
 * pool that all of a JVM share has a single thread where there are two cores, so that of two that
 * wait for each other the second would never begin.
 */
public final class Aside {

  private static final Executor THREADS =
      task -> Footprint.testThreads("tck-aside").newThread(task).start();

  private Aside() {}

  /**
   * Runs something.
   *
   * @param task what is run
   * @return completes when it ended
   */
  public static CompletableFuture<Void> run(Runnable task) {
    return CompletableFuture.runAsync(task, THREADS);
  }

  /**
   * Fetches something.
   *
   * @param source has it, perhaps only after a while
   * @param <T> its type
   * @return completes with it
   */
  public static <T> CompletableFuture<T> get(Supplier<T> source) {
    return CompletableFuture.supplyAsync(source, THREADS);
  }
}
