package io.belfry.client.listening;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What waits for the listener. Safe for any thread. */
final class Backlog {

  private final int most;
  private final long mostBytes;
  private final Deque<Delivery> waiting = new ArrayDeque<>();
  private int count;
  private long bytes;
  private boolean isClosed;

  Backlog(int most, long mostBytes) {
    this.most = most;
    this.mostBytes = mostBytes;
  }

  synchronized void add(Delivery delivery) {
    if (delivery instanceof Delivery.Watermark
        && waiting.peekLast() instanceof Delivery.Watermark) {
      waiting.removeLast();
    }
    waiting.add(delivery);
    count += delivery.isForListener() ? 1 : 0;
    bytes += delivery.size();
    notifyAll();
  }

  /** Waits for the next one; null when it is closed. */
  synchronized @Nullable Delivery take() throws InterruptedException {
    while (waiting.isEmpty() && !isClosed) {
      wait();
    }
    return isClosed ? null : waiting.remove();
  }

  /** The next one, if there is one. */
  synchronized @Nullable Delivery poll() {
    return waiting.poll();
  }

  /**
   * Notes that the listener has returned.
   *
   * @return whether there is room again just now
   */
  synchronized boolean release(Delivery delivery) {
    boolean hadRoom = hasRoom();
    count -= delivery.isForListener() ? 1 : 0;
    bytes -= delivery.size();
    return !hadRoom && hasRoom();
  }

  synchronized boolean isCrowded() {
    return count >= most || bytes >= mostBytes;
  }

  synchronized boolean hasRoom() {
    return count <= most / 2 && bytes <= mostBytes / 2;
  }

  synchronized int count() {
    return count;
  }

  synchronized void close() {
    isClosed = true;
    waiting.clear();
    notifyAll();
  }
}
