package io.belfry.tck.broken;

import io.belfry.transport.Transport;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Leaves a thread behind. */
@Breaks({"li07", "li08"})
final class LeaksAThread extends BrokenContract {

  private static final long PARKED = TimeUnit.SECONDS.toNanos(5);

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public void close() {
        inner.close();
        Thread thread = new Thread(() -> LockSupport.parkNanos(PARKED), "left behind");
        thread.setDaemon(true);
        thread.start();
      }
    };
  }
}
