package io.belfry.tck;

import java.net.InetSocketAddress;

/** Puts a relay, under the control of a test, before an address. */
@FunctionalInterface
public interface Detour {

  /**
   * Opens a relay on this machine that leads to the target.
   *
   * @param target where the hub or broker listens, or will listen
   * @return where to connect instead
   */
  InetSocketAddress through(InetSocketAddress target);
}
