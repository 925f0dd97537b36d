package io.belfry.torture.wire;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.transport.Counters;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.Subscription;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Hands on what comes, or not, or twice, or late; one message at a time. */
final class LossySubscription implements Subscription, MessageHandler {

  private static final int PATIENCE_SECONDS = 5;

  private final MessageHandler handler;
  private final Dice dice;
  private final ScheduledThreadPoolExecutor late;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean isClosed;
  private Subscription inner = new Nothing();

  LossySubscription(MessageHandler handler, Dice dice) {
    this.handler = handler;
    this.dice = dice;
    late = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = new Thread(task, "torture-late-messages");
      thread.setDaemon(true);
      return thread;
    });
    late.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Takes its place in front of the real one. */
  Subscription around(Subscription real) {
    inner = real;
    // What is refused has no messages, not even late ones.
    real.ready().whenComplete((ready, failure) -> {
      if (failure != null) {
        late.shutdown();
      }
    });
    return this;
  }

  @Override
  public void onMessage(Topic topic, Message message) throws Exception {
    switch (dice.roll()) {
      case DROPPED -> {}
      case DELAYED -> later(topic, message);
      case REPEATED -> {
        later(topic, message);
        handOn(topic, message);
      }
      case PASSED -> handOn(topic, message);
    }
  }

  private void later(Topic topic, Message message) {
    if (!late.isShutdown()) {
      var unused = late.schedule(
          () -> handOnLate(topic, message), dice.delayMicros(), TimeUnit.MICROSECONDS);
    }
  }

  private Void handOnLate(Topic topic, Message message) throws Exception {
    handOn(topic, message);
    return null;
  }

  private void handOn(Topic topic, Message message) throws Exception {
    lock.lock();
    try {
      if (!isClosed) {
        handler.onMessage(topic, message);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public CompletionStage<Void> ready() {
    return inner.ready();
  }

  @Override
  public Counters counters() {
    return inner.counters();
  }

  @Override
  public void close() {
    isClosed = true;
    late.shutdown();
    inner.close();
    awaitHandler();
  }

  /** Unless it is the handler that closes. */
  private void awaitHandler() {
    if (lock.isHeldByCurrentThread()) {
      return;
    }
    try {
      if (lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
