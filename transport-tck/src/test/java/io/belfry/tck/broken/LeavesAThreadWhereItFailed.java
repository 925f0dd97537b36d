package io.belfry.tck.broken;

import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Leaves a thread behind when it can not be opened. */
@Breaks("li02")
final class LeavesAThreadWhereItFailed extends BrokenContract {

  private static final long PARKED = TimeUnit.SECONDS.toNanos(5);

  @Override
  protected TransportProvider provider() {
    return new AlteredProvider(this::broken) {
      @Override
      public Transport open(Settings settings, Side side) {
        Thread thread = new Thread(() -> LockSupport.parkNanos(PARKED), "left behind");
        thread.setDaemon(true);
        thread.start();
        Transport opened = super.open(settings, side);
        LockSupport.unpark(thread);
        return opened;
      }
    };
  }
}
