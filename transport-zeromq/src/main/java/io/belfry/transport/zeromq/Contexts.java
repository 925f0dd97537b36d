package io.belfry.transport.zeromq;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZContext;

/**
 * Where sockets live. Transports that meet {@code inproc} must share a context, which goes when the
 * last of them does; all others have one of their own.
 */
final class Contexts {

  private static final Logger LOG = System.getLogger(Contexts.class.getName());

  private static int sharers;
  private static @Nullable ZContext shared;

  private Contexts() {}

  static synchronized ZContext take(boolean isShared, int ioThreads) {
    if (!isShared) {
      return quiet(ioThreads);
    }
    ZContext context = shared == null ? quiet(ioThreads) : shared;
    shared = context;
    sharers++;
    return context;
  }

  /**
   * Ends a context whose sockets are closed. The library waits for what is still to be sent, and in
   * rare cases for ever, so that is done by a thread that need not be waited for.
   */
  static void giveBack(ZContext context, boolean isShared, Duration limit) {
    if (isShared && !isLast()) {
      return;
    }
    Thread ending = new Thread(context::close, "belfry-zeromq-end");
    ending.setDaemon(true);
    ending.start();
    try {
      ending.join(limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One that logs what its threads meet, rather than print it: at the end, they trip over it. */
  private static ZContext quiet(int ioThreads) {
    ZContext context = new ZContext(ioThreads);
    context.setNotificationExceptionHandler(
        (thread, failure) -> LOG.log(Level.DEBUG, "A thread of the library has met this", failure));
    context.setUncaughtExceptionHandler((thread, failure) -> LOG.log(
        context.isClosed() ? Level.DEBUG : Level.WARNING,
        "A thread of the library has ended by this",
        failure));
    return context;
  }

  private static synchronized boolean isLast() {
    boolean isLast = --sharers == 0;
    if (isLast) {
      shared = null;
    }
    return isLast;
  }
}
