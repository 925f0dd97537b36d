package io.belfry.broker;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The threads of one broker: those of a group of its own. A new thread is in the group of the one
 * that starts it, so whatever the server starts is known by its group, as long as the server is
 * called from there only.
 */
final class BrokerThreads {

  private final ThreadGroup group = new ThreadGroup("belfry-broker");

  boolean own(Thread thread) {
    ThreadGroup its = thread.getThreadGroup();
    return its != null && group.parentOf(its);
  }

  /** Runs the task in a thread of the group, and waits for its end, but not for ever. */
  <T> T run(String what, Duration limit, Callable<T> task) throws Exception {
    FutureTask<T> running = new FutureTask<>(task);
    Thread thread = new Thread(group, running, "belfry-broker-" + what);
    thread.setDaemon(true);
    thread.start();
    try {
      return running.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } catch (TimeoutException e) {
      throw new BrokerException(
          "The broker did not " + what + " within " + limit.toSeconds() + " s.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException("The wait for the broker to " + what + " was interrupted.", e);
    }
  }
}
