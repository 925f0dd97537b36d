package io.belfry.client.listening;

import io.belfry.message.TopicFilter;
import io.belfry.service.Event;
import io.belfry.service.ServiceException;
import io.belfry.service.protocol.Beacon;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Backoff;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps a listening subscribed to its wire: tries again until it is, or is refused. */
final class Reception implements AutoCloseable {

  private static final Set<Category> FINAL =
      EnumSet.of(Category.REFUSED, Category.CONFIGURATION, Category.CLOSED);

  /** Who receives. Called by threads of the transport, and by the one that opens. */
  interface Guest {
    void ready();

    void event(Event event);

    void beacon(Beacon beacon);

    void refused(ServiceException reason);
  }

  private final Transport transport;
  private final TopicFilter filter;
  private final ScheduledExecutorService scheduler;
  private final Backoff backoff;
  private final Guest guest;
  private @Nullable Wire wire;
  private boolean isClosed;
  private int failures;
  private @Nullable Future<?> retry;

  Reception(
      Transport transport,
      TopicFilter filter,
      ScheduledExecutorService scheduler,
      Pace pace,
      Guest guest) {
    this.transport = transport;
    this.filter = filter;
    this.scheduler = scheduler;
    this.backoff = new Backoff(pace.firstRetry(), pace.lastRetry());
    this.guest = guest;
  }

  void open() {
    Wire opened;
    try {
      opened = Wire.open(transport, filter, guest::event, guest::beacon);
    } catch (RuntimeException e) {
      fail(e);
      return;
    }
    if (!keep(opened)) {
      opened.close();
      return;
    }
    opened.ready().whenComplete((ready, failure) -> {
      if (failure == null) {
        guest.ready();
      } else {
        opened.close();
        fail(failure);
      }
    });
  }

  @Override
  public void close() {
    Wire last;
    synchronized (this) {
      isClosed = true;
      last = wire;
      if (retry != null) {
        retry.cancel(false);
      }
    }
    if (last != null) {
      last.close();
    }
  }

  private synchronized boolean keep(Wire opened) {
    wire = opened;
    return !isClosed;
  }

  private void fail(Throwable failure) {
    Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
        ? wrapped.getCause()
        : failure;
    if (cause instanceof TransportException reason && !FINAL.contains(reason.category())) {
      tryAgain();
    } else {
      guest.refused(Failures.of(cause));
    }
  }

  private synchronized void tryAgain() {
    if (!isClosed) {
      failures++;
      try {
        retry =
            scheduler.schedule(this::open, backoff.after(failures).toNanos(), TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException e) {
        isClosed = true;
      }
    }
  }
}
