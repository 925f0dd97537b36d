package io.belfry.client.listening;

import io.belfry.service.Listener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Calls the listener, on a thread of its own, and notes how far it has got. */
final class ListenerThread {

  private static final Logger LOG = System.getLogger(ListenerThread.class.getName());

  private final Listener listener;
  private final Backlog backlog;
  private final Progress progress;
  private final Runnable onRoom;
  private final Thread thread;

  ListenerThread(
      String name, Listener listener, Backlog backlog, Progress progress, Runnable onRoom) {
    this.listener = listener;
    this.backlog = backlog;
    this.progress = progress;
    this.onRoom = onRoom;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Waits until the listener has returned, unless it is the listener who waits. */
  void join(Duration limit) {
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, limit.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    for (Delivery next = take(); next != null; next = take()) {
      give(next);
      progress.returnedFrom(next);
      if (backlog.release(next)) {
        onRoom.run();
      }
    }
  }

  /** Only the listener interrupts this thread, for reasons of its own: it goes on. */
  private @Nullable Delivery take() {
    while (true) {
      try {
        return backlog.take();
      } catch (InterruptedException e) {
        LOG.log(Level.DEBUG, "A listener has interrupted its thread; it goes on.");
      }
    }
  }

  /** Even an error of the listener must not end the thread in silence. */
  private void give(Delivery delivery) {
    try {
      if (delivery instanceof Delivery.OfEvent one) {
        listener.onEvent(one.event());
      } else if (delivery instanceof Delivery.OfSnapshot one) {
        listener.onSnapshot(one.snapshot());
      } else if (delivery instanceof Delivery.OfGap one) {
        listener.onGap(one.gap());
      }
    } catch (Throwable e) {
      LOG.log(Level.WARNING, "A listener has failed; the next event comes all the same.", e);
    }
  }
}
