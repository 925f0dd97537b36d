package io.belfry.transport.zeromq;

import io.belfry.message.Address;
import io.belfry.transport.Counters;
import io.belfry.transport.Overflow;
import io.belfry.transport.PullOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.WorkHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A worker at the hub itself, with a thread of its own. */
final class HubWorker extends Worker implements Subscription {

  private final WorkQueue queue;
  private final WorkHandler handler;
  private final Consumer<Subscription> onClose;
  private final Lane<Work> lane;

  /** The handler closes its own subscription: the work that it is at must be done first. */
  private volatile boolean leavesWhenDone;

  HubWorker(
      WorkQueue queue,
      Address name,
      Reader reader,
      Duration closeTimeout,
      Consumer<Subscription> onClose,
      PullOptions options,
      WorkHandler handler) {
    super(options.prefetch());
    this.queue = queue;
    this.handler = handler;
    this.onClose = onClose;
    this.lane = new Lane<>(
        "belfry-zeromq-worker " + name,
        reader,
        Integer.MAX_VALUE,
        Overflow.DROP_NEWEST,
        closeTimeout,
        this::perform);
    queue.join(this);
  }

  @Override
  boolean send(List<Work> work) {
    work.forEach(lane::queue);
    return true;
  }

  @Override
  public CompletionStage<Void> ready() {
    return CompletableFuture.completedStage(null);
  }

  @Override
  public Counters counters() {
    return lane.counters();
  }

  @Override
  public void close() {
    onClose.accept(this);
    leavesWhenDone = lane.isOwnThread();
    lane.close();
    if (!leavesWhenDone) {
      queue.leave(this);
    }
  }

  private void perform(Work work) throws Exception {
    try {
      handler.onWork(work.message());
      queue.done(this, 1);
    } catch (Throwable e) {
      queue.failed(this);
      throw e;
    } finally {
      if (leavesWhenDone) {
        queue.leave(this);
      }
    }
  }
}
