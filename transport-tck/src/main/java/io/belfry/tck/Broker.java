package io.belfry.tck;

/** The switch of a broker that a bed has running. Every call blocks until it is done. */
public interface Broker {

  /**
   * Ends the broker in good order.
   *
   * @throws Exception if it does not end
   */
  void stop() throws Exception;

  /**
   * Ends the broker as a power cut would, without a chance to write anything.
   *
   * @throws Exception if it does not end
   */
  void kill() throws Exception;

  /**
   * Starts it again, with the same addresses and files; returns when it lets clients in.
   *
   * @throws Exception if it does not start
   */
  void start() throws Exception;

  /**
   * Whether a thread of this process is the broker's own. To be answered by a broker that runs in
   * the process of the test: its threads come and go as it pleases, and are not the transport's.
   *
   * @param thread a thread of this process
   * @return whether the broker, and not the transport, has it
   */
  default boolean owns(Thread thread) {
    return false;
  }
}
