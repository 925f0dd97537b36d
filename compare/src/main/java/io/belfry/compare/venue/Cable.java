package io.belfry.compare.venue;

/** A connection over TCP that can be cut, and mended. */
public interface Cable extends AutoCloseable {

  /**
   * The way through it.
   *
   * @return the wiring for a spoke
   */
  Wiring wiring();

  /** Resets all connections and lets no new one through. */
  void cut();

  /** Lets connections through again. */
  void mend();

  /** Failure: none is thrown. */
  @Override
  void close();
}
