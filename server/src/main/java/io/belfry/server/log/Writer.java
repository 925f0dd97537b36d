package io.belfry.server.log;

import io.belfry.server.metrics.Meters;
import io.belfry.server.store.Store;
import io.belfry.server.store.StoreException;
import io.belfry.service.Event;
import io.belfry.service.Published;
import io.belfry.service.ServiceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * The one thread that appends: whatever has gathered while it wrote, it writes next, in one
 * transaction. Nothing that happens in a batch ends it.
 */
final class Writer implements Runnable {

  private static final Logger LOG = System.getLogger(Writer.class.getName());

  private final Store store;
  private final AppendQueue queue;
  private final Position position;
  private final Executor courier;
  private final Clock clock;
  private final Meters meters;
  private final TopicIds ids = new TopicIds();
  private final List<Consumer<List<Event>>> listeners = new CopyOnWriteArrayList<>();

  Writer(
      Store store,
      AppendQueue queue,
      Position position,
      Executor courier,
      Clock clock,
      Meters meters) {
    this.store = store;
    this.queue = queue;
    this.position = position;
    this.courier = courier;
    this.clock = clock;
    this.meters = meters;
  }

  void add(Consumer<List<Event>> listener) {
    listeners.add(listener);
  }

  @Override
  public void run() {
    try {
      for (List<Pending> batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
        long start = System.nanoTime();
        write(batch);
        long nanos = System.nanoTime() - start;
        queue.written(batch, nanos);
        meters.written(batch.size(), nanos);
      }
    } catch (InterruptedException e) {
      // Nobody interrupts it but the end of the process.
      Thread.currentThread().interrupt();
    }
  }

  private void write(List<Pending> batch) {
    try {
      Batch written = store.inTransaction(
          handle -> Batch.write(handle, store.dialect(), ids, batch, clock.millis()));
      position.learn(written.epoch(), written.head());
      tell(batch, written);
    } catch (StoreException e) {
      ids.forget();
      if (e.kind() == StoreException.Kind.FAULT && batch.size() > 1) {
        // Who knows which one it was; the others must not fail with it.
        batch.forEach(each -> write(List.of(each)));
      } else {
        fail(batch, Refusals.of(e));
      }
    } catch (Throwable e) { // An Error, too: this thread is the only one that can go on.
      ids.forget();
      LOG.log(Level.ERROR, "Publications could not be written", e);
      fail(batch, Refusals.fault(e));
    }
  }

  private void tell(List<Pending> batch, Batch written) {
    long now = System.nanoTime();
    for (int i = 0; i < batch.size(); i++) {
      int index = i;
      hand(batch.get(i), () -> complete(batch.get(index), written, index, now));
    }
    List<Event> events = written.events();
    if (!events.isEmpty()) {
      listeners.forEach(listener -> tell(listener, events));
    }
  }

  private void complete(Pending pending, Batch written, int index, long now) {
    Published published;
    try {
      published = written.outcome(index);
    } catch (ServiceException e) {
      refuse(pending, e);
      return;
    }
    if (published.isRepeat()) {
      meters.repeated();
    } else {
      meters.accepted(now - pending.since());
    }
    pending.outcome().complete(published);
  }

  private void refuse(Pending pending, ServiceException reason) {
    meters.refused(reason.code());
    pending.outcome().completeExceptionally(reason);
  }

  void fail(List<Pending> batch, ServiceException reason) {
    batch.forEach(each -> hand(each, () -> refuse(each, reason)));
  }

  private void hand(Pending pending, Runnable news) {
    try {
      courier.execute(news);
    } catch (RejectedExecutionException e) {
      // Better told here than never.
      news.run();
    } catch (Throwable e) {
      LOG.log(Level.ERROR, "The outcome for " + pending.publication().topic() + " is lost", e);
    }
  }

  private static void tell(Consumer<List<Event>> listener, List<Event> events) {
    try {
      listener.accept(events);
    } catch (Throwable e) {
      LOG.log(Level.ERROR, "A listener of the log failed", e);
    }
  }
}
