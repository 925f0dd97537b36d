package io.belfry.benchmark.wire;

/** The sending side of a pattern without answers. It belongs to one thread at a time. */
public interface OneWay extends AutoCloseable {

  /**
   * Sends a message, and waits while the receivers are too slow.
   *
   * @param payload the content, which the caller gives away
   */
  void send(byte[] payload);

  /** Closes both sides: after that, nobody receives. */
  @Override
  void close();
}
