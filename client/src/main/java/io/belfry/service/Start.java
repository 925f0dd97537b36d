package io.belfry.service;

import io.belfry.message.Topic;

/** Where a listening begins. */
public sealed interface Start {

  /** With the current content of each topic, and what comes after it. */
  record Now() implements Start {}

  /**
   * After what has been received before.
   *
   * @param cursor how far that was
   */
  record After(Cursor cursor) implements Start {}

  /**
   * With an event of each topic, and what comes after it.
   *
   * @param seq the seq of that event, at least 1
   */
  record From(long seq) implements Start {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public From {
      if (seq < 1) {
        throw new IllegalArgumentException("The first event of a topic has the seq 1, not " + seq);
      }
    }
  }

  /**
   * Where a registered subscriber stands; the service remembers how far it gets. It is registered
   * if it is not yet, and then begins at the end of the log.
   *
   * @param subscriber its name
   */
  record As(Topic subscriber) implements Start {}
}
