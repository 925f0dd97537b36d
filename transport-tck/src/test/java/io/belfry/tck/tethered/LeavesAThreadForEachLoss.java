package io.belfry.tck.tethered;

import io.belfry.tck.TestBed;
import io.belfry.tck.broken.Breaks;
import io.belfry.tck.broken.BrokenContract;
import io.belfry.transport.Transport;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Leaves a thread behind when its connection was lost before it was closed. */
@Breaks("li07")
public final class LeavesAThreadForEachLoss extends BrokenContract {

  private static final long PARKED = TimeUnit.SECONDS.toNanos(5);

  @Override
  protected TestBed testBed() {
    return new TetheredBed(new TetheredProvider() {
      @Override
      Transport spoke(Transport memory, Tether tether) {
        return new TetheredSpoke(memory, tether) {
          @Override
          public void close() {
            if (!tether.isUp()) {
              Thread thread = new Thread(() -> LockSupport.parkNanos(PARKED), "left behind");
              thread.setDaemon(true);
              thread.start();
            }
            super.close();
          }
        };
      }
    });
  }
}
