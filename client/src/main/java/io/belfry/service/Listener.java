package io.belfry.service;

/**
 * Receives what a service has. Called by one thread at a time, each call seeing what the one before
 * wrote. It may take its time: events wait in the log meanwhile, and nobody else waits. What it
 * throws is logged, and the next event comes all the same.
 */
@FunctionalInterface
public interface Listener {

  /**
   * Something was published. Of each topic, every event comes once, by rising seq; between topics
   * the offset tells the order.
   *
   * @param event the event
   * @throws Exception whatever goes wrong
   */
  void onEvent(Event event) throws Exception;

  /**
   * The content that a topic had when the listening began, before the first event after it. For
   * {@link Start.Now}, and when an older log was restored.
   *
   * @param snapshot the content
   * @throws Exception whatever goes wrong
   */
  default void onSnapshot(Snapshot snapshot) throws Exception {}

  /**
   * Events are missing here, and will not come.
   *
   * @param gap which ones, and why
   * @throws Exception whatever goes wrong
   */
  default void onGap(Gap gap) throws Exception {}
}
