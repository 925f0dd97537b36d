package io.belfry.transport.zeromq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What a reader waits on: the signals of its sockets' channels.
 *
 * <p>The library wakes a thread a moment before it counts the wake-up. Whoever takes a message in
 * between leaves half a signal behind, on which first the reader and then the library's own thread
 * would spin, for as long as the system lets a thread run. So the reader gives the processor to
 * whoever is about to complete a signal: once before it looks, where somebody waits for the
 * message, and for longer when it has looked in vain.
 *
 * <p>All but {@link #wakeUp} is for the reading thread alone.
 */
final class Signals {

  private static final int PATIENT_SIGNALS = 1;

  private final Selector selector;
  private List<Reader.Source> sources = List.of();

  /** How often in a row a signal came, and nothing with it. */
  private int emptySignals;

  Signals(Selector selector) {
    this.selector = selector;
  }

  /** To be called before the first wait. */
  void begin(List<Reader.Source> toWatch) {
    sources = toWatch;
    try {
      for (Reader.Source source : sources) {
        WireSocket socket = source.socket();
        socket.channel(selector::wakeup).register(selector, SelectionKey.OP_READ, socket);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the wait, or the next one if nobody waits now. */
  void wakeUp() {
    selector.wakeup();
  }

  /** There was input. */
  void hadInput() {
    emptySignals = 0;
  }

  /** There was no input: leaves the processor for a moment if that happens again and again. */
  void hadNone() {
    if (emptySignals > PATIENT_SIGNALS) {
      LockSupport.parkNanos(1);
    }
  }

  /** Waits until there may be input, or the time is over, or somebody wakes the thread up. */
  void await(long millis) {
    if (hasInput()) {
      return;
    }
    boolean isSignalled = select(millis) > 0;
    emptySignals = isSignalled ? emptySignals + 1 : 0;
    if (isSignalled && isDialogueSignalled()) {
      giveWay();
    }
  }

  private boolean hasInput() {
    for (Reader.Source source : sources) {
      if (source.socket().isActive() && !source.isPaused()) {
        return true;
      }
    }
    return false;
  }

  private int select(long millis) {
    try {
      return selector.select(key -> ((WireSocket) key.attachment()).activate(), millis);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isDialogueSignalled() {
    for (Reader.Source source : sources) {
      if (source.isDialogue() && source.socket().isActive()) {
        return true;
      }
    }
    return false;
  }

  /** No more than a hint is needed: without it, all goes on as well, but slower. */
  @SuppressWarnings("ThreadPriorityCheck")
  private static void giveWay() {
    Thread.yield();
  }
}
