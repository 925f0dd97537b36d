package io.belfry.packing;

import io.belfry.transport.delivery.Courier;
import io.belfry.transport.delivery.Watch;
import java.util.Optional;

/** The threads of one transport's packing, from the first time that they are needed. */
final class Machinery implements AutoCloseable {

  private record Running(Watch watch, Courier courier) {
    static Running start() {
      Watch watch = new Watch("packing-watch");
      return new Running(watch, new Courier("packing", watch));
    }
  }

  private Optional<Running> running = Optional.empty();

  /** Tells outcomes, and lends threads. */
  Courier courier() {
    return running().courier();
  }

  /** Looks after what may take too long. */
  Watch watch() {
    return running().watch();
  }

  private synchronized Running running() {
    if (running.isEmpty()) {
      running = Optional.of(Running.start());
    }
    return running.get();
  }

  @Override
  public synchronized void close() {
    running.ifPresent(each -> {
      each.courier().close();
      each.watch().close();
    });
  }
}
