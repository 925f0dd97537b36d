package io.belfry.compare.venue;

import io.belfry.transport.Side;
import io.belfry.transport.Transport;

/** Opens transports that are installed. Safe for any thread. */
@FunctionalInterface
public interface Wires {

  /**
   * Opens one more connection.
   *
   * @param wiring which transport, and how
   * @param side who binds, if nothing stands in the middle
   * @return the open transport, the caller's to close
   * @throws RuntimeException with one sentence, if it can't be had
   */
  Transport open(Wiring wiring, Side side);
}
