package io.belfry.transport.jms;

import io.belfry.transport.Counters;
import jakarta.jms.JMSException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Calls a handler one at a time, on whatever thread it is asked to, and counts. A call that is left
 * over from a lost connection is waited for by the first on a new one. Safe for any thread.
 */
final class Turns {

  /** A call of the handler. */
  @FunctionalInterface
  interface Call {
    void run() throws Exception;
  }

  /** What is done when a call has ended, before anybody learns that it has. */
  @FunctionalInterface
  interface Settlement {
    void settle(boolean succeeded) throws JMSException;
  }

  private static final Logger LOG = System.getLogger(Turns.class.getName());

  private final String name;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition free = lock.newCondition();
  private @Nullable Thread runner;
  private boolean closed;
  private long received;
  private long failed;
  private long filtered;

  Turns(String name) {
    this.name = name;
  }

  /**
   * Calls, and settles; if there are no more turns, neither.
   *
   * @throws JMSException if settling fails
   */
  void take(Call call, Settlement settlement) throws JMSException {
    if (begin()) {
      boolean succeeded = false;
      try {
        succeeded = hasSucceeded(call);
        settlement.settle(succeeded);
      } finally {
        end(succeeded);
      }
    }
  }

  private boolean hasSucceeded(Call call) {
    try {
      call.run();
      return true;
    } catch (Throwable e) { // An Error, too, must not end the thread: the post would fall silent.
      LOG.log(Level.WARNING, "The handler of " + name + " failed", e);
      return false;
    } finally {
      Thread.interrupted(); // What one call leaves behind must not trouble the next.
    }
  }

  void countFiltered() {
    lock.lock();
    try {
      filtered++;
    } finally {
      lock.unlock();
    }
  }

  Counters counters() {
    lock.lock();
    try {
      return new Counters(received, failed, 0, filtered);
    } finally {
      lock.unlock();
    }
  }

  boolean isOwnThread() {
    lock.lock();
    try {
      return runner == Thread.currentThread();
    } finally {
      lock.unlock();
    }
  }

  /** Gives no more turns, and waits for the call that is running, unless it is the caller's. */
  void close(Duration timeout) {
    lock.lock();
    try {
      closed = true;
      free.signalAll();
      Deadline deadline = Deadline.in(timeout);
      while (runner != null && runner != Thread.currentThread() && !deadline.isPast()) {
        deadline.await(free::await);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean begin() {
    lock.lock();
    try {
      while (runner != null && !closed) {
        free.awaitUninterruptibly();
      }
      if (closed) {
        return false;
      }
      runner = Thread.currentThread();
      received++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void end(boolean succeeded) {
    lock.lock();
    try {
      runner = null;
      if (!succeeded) {
        failed++;
      }
      free.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
