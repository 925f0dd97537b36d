package io.belfry.torture.cast;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Listener;
import io.belfry.service.Listening;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.Snapshot;
import io.belfry.service.Start;
import io.belfry.torture.history.Entry.Begun;
import io.belfry.torture.history.Entry.Closed;
import io.belfry.torture.history.Entry.Delivered;
import io.belfry.torture.history.Entry.Ended;
import io.belfry.torture.history.Entry.Finished;
import io.belfry.torture.history.Entry.Kept;
import io.belfry.torture.history.Entry.Missed;
import io.belfry.torture.history.Entry.Ready;
import io.belfry.torture.history.Entry.Shown;
import io.belfry.torture.history.History;
import io.belfry.torture.history.HistoryWriter;
import io.belfry.torture.history.Line;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Listens, and keeps its cursor; some stop in between and go on. */
final class Subscriber implements Actor, Listener {

  private static final int KEEPING_MILLIS = 150;
  private static final int SLOW_MILLIS = 20;

  /** How often it keeps its cursor, on the average, before it stops for a moment. */
  private static final int KEPT_BETWEEN = 25;

  private final String name;
  private final Role role;
  private final NotificationService service;
  private final HistoryWriter history;
  private final Random random;
  private final CountDownLatch finishing = new CountDownLatch(1);
  private Optional<Cursor> cursor;

  Subscriber(
      Role role, NotificationService service, History past, HistoryWriter history, long seed) {
    this.name = past.actor();
    this.role = role;
    this.service = service;
    this.history = history;
    this.random = new Random(seed + past.lines().size());
    this.cursor = kept(past);
  }

  private static Optional<Cursor> kept(History past) {
    return past.lines().stream()
        .map(Line::entry)
        .map(entry -> entry instanceof Kept kept
            ? kept.cursor()
            : entry instanceof Closed closed ? closed.cursor() : "")
        .filter(text -> !text.isEmpty())
        .reduce((one, other) -> other)
        .map(Cursor::parse);
  }

  @Override
  public void run() throws InterruptedException {
    boolean isFinished = false;
    while (!isFinished) {
      Listening listening = listen();
      CompletableFuture<?> end = noteEnd(listening);
      isFinished = awaitTurn(listening);
      listening.close();
      end.join(); // It is told by another thread, and nothing is written after the end of all.
      cursor = cursor(listening);
      cursor.ifPresent(last -> history.write(new Closed(last.toString())));
    }
    history.write(new Finished());
  }

  /** Whether it is over; otherwise it is time to stop for a moment. */
  private boolean awaitTurn(Listening listening) throws InterruptedException {
    while (!finishing.await(KEEPING_MILLIS, TimeUnit.MILLISECONDS)) {
      if (listening.ended().toCompletableFuture().isCompletedExceptionally()) {
        return false; // Its topic may not be there yet; whether it may end, the checker says.
      }
      if (role.manner() == Role.Manner.RESUMING && hasBegun(listening)) {
        cursor = cursor(listening);
        cursor.ifPresent(last -> history.write(new Kept(last.toString())));
        if (!role.isCrashing() && random.nextInt(KEPT_BETWEEN) == 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean hasBegun(Listening listening) {
    return listening.ready().toCompletableFuture().isDone();
  }

  /** There is none worth keeping before the service has answered for the first time. */
  private static Optional<Cursor> cursor(Listening listening) {
    return Optional.of(listening.cursor())
        .filter(cursor -> cursor.offset() > 0 || !cursor.ahead().isEmpty());
  }

  private Listening listen() {
    Start start = start();
    history.write(new Begun(role.filter(), text(start)));
    Listening listening = service.listen(new TopicFilter(role.filter()), start, this);
    listening.ready().thenRun(() -> history.write(new Ready()));
    return listening;
  }

  private CompletableFuture<?> noteEnd(Listening listening) {
    return listening
        .ended()
        .exceptionally(failure -> {
          history.write(new Ended(code(failure)));
          return null;
        })
        .toCompletableFuture();
  }

  private Start start() {
    return switch (role.manner()) {
      case NOW -> new Start.Now();
      case NAMED -> new Start.As(new Topic(name));
      case RESUMING -> cursor.<Start>map(Start.After::new).orElseGet(() -> new Start.From(1));
    };
  }

  private static String text(Start start) {
    if (start instanceof Start.After after) {
      return "after " + after.cursor();
    }
    if (start instanceof Start.As as) {
      return "as " + as.subscriber();
    }
    return start instanceof Start.From from ? "from " + from.seq() : "now";
  }

  private static String code(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof ServiceException refusal
        ? refusal.code().name()
        : String.valueOf(cause);
  }

  @Override
  public void onEvent(Event event) throws InterruptedException {
    history.write(new Delivered(
        event.epoch(),
        event.offset(),
        event.topic().name(),
        event.seq(),
        event.content().payload().text()));
    if (role.isSlow()) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(SLOW_MILLIS));
    }
  }

  @Override
  public void onSnapshot(Snapshot snapshot) {
    history.write(new Shown(
        snapshot.epoch(),
        snapshot.topic().name(),
        snapshot.seq(),
        snapshot.first(),
        snapshot.content().payload().text()));
  }

  @Override
  public void onGap(Gap gap) {
    history.write(new Missed(
        gap.reason().name(),
        gap.epoch(),
        gap.topic().map(Topic::name).orElse(""),
        gap.from(),
        gap.to()));
  }

  @Override
  public void finish() {
    finishing.countDown();
  }

  @Override
  public void close() {
    history.close();
  }
}
