package io.belfry.transport.zeromq;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZContext;

/**
 * Where sockets live. Transports that meet {@code inproc} must share a context, which goes when the
 * last of them does; all others have one of their own.
 */
final class Contexts {

  private static int sharers;
  private static @Nullable ZContext shared;

  private Contexts() {}

  static synchronized ZContext take(boolean isShared, int ioThreads) {
    if (!isShared) {
      return new ZContext(ioThreads);
    }
    ZContext context = shared == null ? new ZContext(ioThreads) : shared;
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

  private static synchronized boolean isLast() {
    boolean isLast = --sharers == 0;
    if (isLast) {
      shared = null;
    }
    return isLast;
  }
}
