package io.belfry.server.log;

import io.belfry.service.ServiceException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What waits to be written, bounded by count and by bytes. What is being written counts as waiting,
 * too, since it takes as much memory.
 */
final class AppendQueue {

  private final LogConfig limits;
  private final ArrayDeque<Pending> waiting = new ArrayDeque<>();
  private final Rate rate = new Rate();
  private int count;
  private long bytes;
  private boolean closed;

  AppendQueue(LogConfig limits) {
    this.limits = limits;
  }

  /** Takes a publication in, or says why not. Never blocks for long. */
  synchronized Optional<ServiceException> offer(Pending pending) {
    if (closed) {
      return Optional.of(Refusals.closed());
    }
    if (count >= limits.maxWaiting() || bytes + pending.size() > limits.maxWaitingBytes()) {
      return Optional.of(Refusals.full(rate.retryAfter(count)));
    }
    count++;
    bytes += pending.size();
    waiting.add(pending);
    if (waiting.size() == 1) {
      notifyAll();
    }
    return Optional.empty();
  }

  /** Waits for something to write. Returns nothing when the queue is closed and empty. */
  synchronized List<Pending> take() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    List<Pending> batch = new ArrayList<>(Math.min(waiting.size(), limits.maxBatch()));
    long size = 0;
    while (!waiting.isEmpty() && batch.size() < limits.maxBatch()) {
      size += waiting.element().size();
      if (size > limits.maxBatchBytes() && !batch.isEmpty()) {
        break;
      }
      batch.add(waiting.remove());
    }
    return batch;
  }

  /** Makes room for others. */
  synchronized void written(List<Pending> batch, long nanos) {
    rate.add(batch.size(), nanos);
    release(batch);
  }

  /** From now on nothing is taken in. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Takes all that nobody has begun to write. */
  synchronized List<Pending> abandon() {
    List<Pending> rest = List.copyOf(waiting);
    waiting.clear();
    release(rest);
    return rest;
  }

  synchronized int size() {
    return count;
  }

  private void release(List<Pending> gone) {
    count -= gone.size();
    gone.forEach(pending -> bytes -= pending.size());
  }
}
