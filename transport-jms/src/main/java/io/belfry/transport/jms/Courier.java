package io.belfry.transport.jms;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells receipts on a thread of its own: what an application hangs on them must not hold up the
 * thread on which the JMS client reads. When the thread itself is held up by what it has told,
 * another goes on. Safe for any thread.
 */
final class Courier implements AutoCloseable, Watch.Watched {

  private final String name;
  private final Watch watch;
  private final Queue<Receipt> waiting = new ConcurrentLinkedQueue<>();
  private volatile Round round;
  private volatile boolean closed;

  /** What the watch saw when it last looked. */
  private long toldBefore;

  Courier(String name, Watch watch) {
    this.name = name;
    this.watch = watch;
    this.round = new Round();
    round.start();
    watch.add(this);
  }

  /** Tells a receipt soon. Never blocks. */
  void deliver(Receipt receipt) {
    waiting.add(receipt);
    round.wake();
    watch.wake();
  }

  /** On the watch: has another thread go on if the one at work has not moved since last time. */
  @Override
  public boolean look() {
    Round now = round;
    if (!now.isTelling) {
      toldBefore = -1;
      return !waiting.isEmpty();
    }
    if (now.told.get() == toldBefore) {
      Round next = new Round();
      round = next;
      next.start();
    }
    toldBefore = now.told.get();
    return true;
  }

  /** Ends the thread when all that waits is told. */
  @Override
  public void close() {
    closed = true;
    round.wake();
    watch.remove(this);
  }

  /** A thread's turn at telling; over when another has the next. */
  private final class Round implements Runnable {
    private final Thread thread;
    private volatile boolean isIdle;
    private volatile boolean isTelling;
    private final AtomicLong told = new AtomicLong();

    Round() {
      thread = new Thread(this, name);
      thread.setDaemon(true);
    }

    void start() {
      thread.start();
    }

    void wake() {
      if (isIdle) {
        LockSupport.unpark(thread);
      }
    }

    @Override
    public void run() {
      while (round == this) {
        Receipt next = waiting.poll();
        if (next != null) {
          tell(next);
        } else if (closed) {
          return;
        } else {
          rest();
        }
      }
    }

    private void tell(Receipt next) {
      isTelling = true;
      next.tell();
      told.incrementAndGet();
      isTelling = !waiting.isEmpty();
    }

    private void rest() {
      isIdle = true;
      if (waiting.isEmpty() && !closed) {
        LockSupport.park(this);
      }
      isIdle = false;
    }
  }
}
