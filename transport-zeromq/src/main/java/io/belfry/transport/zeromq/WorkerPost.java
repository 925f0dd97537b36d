package io.belfry.transport.zeromq;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Overflow;
import io.belfry.transport.PullOptions;
import io.belfry.transport.WorkHandler;
import java.util.concurrent.TimeUnit;

/**
 * A worker of a spoke. The hub hands out as much as the prefetch allows, and keeps each piece until
 * it is told that it is done; telling gathers while there is more at hand to do.
 */
final class WorkerPost extends DutyPost {

  private static final int REPORTS_PER_PREFETCH = 4;
  private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Lane<Piece> lane;
  private final Reader reader;
  private final WorkHandler handler;
  private final int prefetch;
  private int unreported;
  private long lastReport = System.nanoTime();

  /** The handler closes its own subscription: the work that it is at must be done first. */
  private volatile boolean leavesWhenDone;

  /** Work, and the number under which it came. */
  private record Piece(long number, Message message) {}

  WorkerPost(
      SpokeDuty duty, Address queue, Reader reader, PullOptions options, WorkHandler handler) {
    super(duty, queue);
    this.reader = reader;
    this.handler = handler;
    this.prefetch = options.prefetch();
    this.lane = new Lane<>(
        "belfry-zeromq-worker " + queue,
        reader,
        Integer.MAX_VALUE,
        Overflow.DROP_NEWEST,
        duty.closeTimeout(),
        this::perform);
  }

  @Override
  synchronized void enrol(long newNumber) {
    unreported = 0;
    number(newNumber);
    duty().send(Duty.frame(Duty.Kind.PULL, address(), newNumber, prefetch));
  }

  @Override
  void take(Duty frame) {
    take(frame.rest());
  }

  /** Takes a frame of work as it came, which is quicker than reading all its parts first. */
  void take(byte[] frame) {
    int nameEnd = Frames.nameEnd(frame, Duty.Kind.WORK.prefix());
    lane.deliver(new Piece(number(), Frames.message(frame, nameEnd)));
  }

  /** What has not been begun goes back to the queue, since the hub was not told that it is done. */
  @Override
  void end() {
    leavesWhenDone = lane.isOwnThread();
    lane.close();
    if (!leavesWhenDone) {
      leave();
    }
  }

  private void leave() {
    report();
    duty().leave(this);
  }

  @Override
  Lane<?> lane() {
    return lane;
  }

  /** Tells the hub what has been done. */
  synchronized void report() {
    if (unreported > 0) {
      duty().send(Duty.frame(Duty.Kind.DONE, number(), unreported));
      unreported = 0;
      lastReport = System.nanoTime();
    }
  }

  /** Tells it if nothing was told for a while; else has the reader come back. */
  synchronized void reportLate() {
    if (unreported > 0) {
      long due = lastReport + REPORT_NANOS;
      if (System.nanoTime() - due >= 0) {
        report();
      } else {
        reader.tickBy(due);
      }
    }
  }

  private void perform(Piece piece) throws Exception {
    if (piece.number() != number()) {
      return;
    }
    try {
      handler.onWork(piece.message());
      done(piece);
    } catch (Throwable e) {
      failed(piece);
      throw e;
    } finally {
      if (leavesWhenDone) {
        leave();
      }
    }
  }

  private synchronized void done(Piece piece) {
    if (piece.number() != number()) {
      return;
    }
    unreported++;
    if (unreported * REPORTS_PER_PREFETCH >= prefetch) {
      report();
    } else if (!reader.isReading()) {
      reportLate();
    }
  }

  private synchronized void failed(Piece piece) {
    if (piece.number() == number()) {
      report();
      duty().send(Duty.frame(Duty.Kind.FAILED, number()));
    }
  }
}
