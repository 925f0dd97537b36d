package io.belfry.tck.inproc;

import io.belfry.tck.inproc.WorkQueue.Work;
import io.belfry.transport.Counters;
import io.belfry.transport.Overflow;
import io.belfry.transport.PullOptions;
import io.belfry.transport.WorkHandler;
import io.belfry.transport.delivery.Inbox;
import java.time.Duration;

/** The handler of a queue's work, and what it has fetched ahead. */
final class Worker implements Receiver {

  private final WorkQueue queue;
  private final PullOptions options;
  private final WorkHandler handler;
  private final Inbox<Work> inbox;

  /** How much is in the inbox or at work; guarded by the queue. */
  private int held;

  Worker(WorkQueue queue, PullOptions options, WorkHandler handler, Duration closeTimeout) {
    this.queue = queue;
    this.options = options;
    this.handler = handler;
    this.inbox = new Inbox<>(
        "inproc-worker", options.prefetch(), Overflow.DROP_NEWEST, closeTimeout, this::perform);
  }

  @Override
  public void enter() {
    queue.join(this);
  }

  @Override
  public void leave() {
    queue.leave(this);
    queue.giveBack(inbox.drainAndClose());
  }

  @Override
  public Counters counters() {
    return inbox.counters();
  }

  boolean isFree() {
    return held < options.prefetch();
  }

  void take(Work work) {
    held++;
    inbox.offer(work);
  }

  void release() {
    held--;
  }

  private void perform(Work work) throws Exception {
    try {
      if (!work.parcel().isExpired()) {
        handler.onWork(work.parcel().message());
      }
    } catch (Exception | LinkageError | AssertionError e) {
      queue.failed(work);
      throw e;
    } finally {
      queue.finished(this);
    }
  }
}
