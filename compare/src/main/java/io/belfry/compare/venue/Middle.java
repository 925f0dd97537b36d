package io.belfry.compare.venue;

import java.util.Optional;

/** A process between the roles: a broker or a hub. */
public interface Middle extends AutoCloseable {

  /**
   * The way through it: all roles are spokes.
   *
   * @return the wiring, which stays the same when it is killed and started again
   */
  Wiring wiring();

  /** Kills it as a power cut would, without a word of farewell. */
  void kill();

  /** Starts it again where it was, with the files that it had. Blocking: until it answers. */
  void revive();

  /**
   * What it has used so far.
   *
   * @return nothing if that can't be told
   */
  Optional<Usage> usage();

  /** Ends it, unless it is the venue's. Failure: none is thrown. */
  @Override
  void close();
}
