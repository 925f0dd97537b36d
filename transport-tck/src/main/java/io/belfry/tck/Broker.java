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
}
