package io.belfry.client.listening;

import io.belfry.message.TopicFilter;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Listener;
import io.belfry.service.Listening;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Start;
import io.belfry.service.protocol.Beacon;
import io.belfry.transport.Transport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A sequencer at work: inputs come from any thread and take turns, questions are asked and stages
 * completed outside of the lock, and the listener has its own thread.
 */
final class WireListening implements Listening {

  private static final Logger LOG = System.getLogger(WireListening.class.getName());

  /** What hangs on a stage may take its time; that is rare, and so gets a thread of its own. */
  private static final Executor TELLER = task -> {
    Thread thread = new Thread(task, "belfry-listening-teller");
    thread.setDaemon(true);
    thread.start();
  };

  private final NotificationService service;
  private final Pace pace;
  private final Consumer<WireListening> onEnd;
  private final Backlog backlog;
  private final Progress progress = new Progress();
  private final Errands errands = new Errands();
  private final RealDesk desk;
  private final Sequencer sequencer;
  private final Alarm alarm;
  private final Reception reception;
  private final ListenerThread thread;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Object lock = new Object();
  private boolean isClosed;

  WireListening(
      NotificationService service,
      Transport transport,
      ScheduledExecutorService scheduler,
      Pace pace,
      TopicFilter filter,
      Start start,
      Listener listener,
      Consumer<WireListening> onEnd) {
    this.service = service;
    this.pace = pace;
    this.onEnd = onEnd;
    backlog = new Backlog(pace.waiting(), pace.bytes());
    desk = new RealDesk(
        service,
        backlog,
        progress,
        errands,
        this::input,
        () -> ready.completeAsync(() -> null, TELLER),
        this::endBecause);
    sequencer = new Sequencer(filter, start, pace, desk);
    alarm = new Alarm(scheduler, desk::now, () -> input(sequencer::tick));
    reception = new Reception(transport, filter, scheduler, pace, new Reception.Guest() {
      @Override
      public void ready() {
        input(sequencer::begin);
      }

      @Override
      public void event(Event event) {
        input(() -> sequencer.onEvent(event));
      }

      @Override
      public void beacon(Beacon beacon) {
        input(() -> sequencer.onBeacon(beacon));
      }

      @Override
      public void refused(ServiceException reason) {
        endBecause(reason);
      }
    });
    thread = new ListenerThread(
        "belfry-listening " + filter, listener, backlog, progress, () -> input(sequencer::tick));
    if (start instanceof Start.After after) {
      progress.returnedFrom(Delivery.Beginning.after(after.cursor()));
    }
  }

  void begin() {
    thread.start();
    reception.open();
  }

  /** The transport was away and has come back. */
  void reconnected() {
    input(sequencer::onReconnect);
  }

  @Override
  public CompletionStage<Void> ready() {
    return ready.minimalCompletionStage();
  }

  @Override
  public Cursor cursor() {
    return progress.cursor();
  }

  @Override
  public CompletionStage<Void> ended() {
    return ended.minimalCompletionStage();
  }

  @Override
  public void close() {
    if (stop()) {
      thread.join(pace.close());
      sayFarewell();
      TELLER.execute(() -> {
        ready.completeExceptionally(
            new ServiceException(Code.CLOSED, "The listening was closed before it was ready."));
        ended.complete(null);
      });
    } else {
      thread.join(pace.close());
    }
  }

  private void input(Runnable change) {
    synchronized (lock) {
      if (isClosed) {
        return;
      }
      apply(change);
      alarm.setFor(sequencer.nextTick());
    }
    errands.run();
  }

  /** Nobody knows what a sequencer does after a fault of its own; so it does nothing more. */
  private void apply(Runnable change) {
    try {
      change.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A listening has a fault, and ends.", e);
      desk.end(new ServiceException(Code.INTERNAL, "The listening has a fault; begin anew.", e));
    }
  }

  private void endBecause(ServiceException reason) {
    if (stop()) {
      TELLER.execute(() -> {
        ready.completeExceptionally(reason);
        ended.completeExceptionally(reason);
      });
    }
  }

  /** Ends all but the wait for the listener; false if that was done before. */
  private boolean stop() {
    synchronized (lock) {
      if (isClosed) {
        return false;
      }
      isClosed = true;
    }
    alarm.cancel();
    backlog.close();
    reception.close();
    onEnd.accept(this);
    return true;
  }

  private void sayFarewell() {
    Optional<Function<NotificationService, CompletionStage<Void>>> last = sequencer.farewell();
    if (last.isPresent()) {
      try {
        last.get()
            .apply(service)
            .toCompletableFuture()
            .get(pace.close().toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException | RuntimeException e) {
        forget(e);
      }
    }
  }

  /** What could not be told comes once more when the subscriber comes back. */
  private static void forget(@Nullable Throwable unused) {}
}
