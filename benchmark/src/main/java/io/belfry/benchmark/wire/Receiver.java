package io.belfry.benchmark.wire;

/** Takes what arrives. */
@FunctionalInterface
public interface Receiver {

  /**
   * Takes one message, on the thread of the receiver that got it.
   *
   * @param receiver which of them, from 0
   * @param sequence the first eight bytes of the payload
   * @param size how many bytes the payload has
   */
  void received(int receiver, long sequence, int size);
}
