package io.belfry.gateway.live;

import io.belfry.service.Cursor;

/** Where a receiver begins. */
public sealed interface From {

  /** With what is published from now on. */
  record End() implements From {}

  /** With the current content of each topic, and what comes after it. */
  record Contents() implements From {}

  /**
   * With an event of each topic, and what comes after it.
   *
   * @param seq the seq of that event, at least 1
   */
  record Seq(long seq) implements From {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Seq {
      if (seq < 1) {
        throw new IllegalArgumentException("The first event of a topic has the seq 1, not " + seq);
      }
    }
  }

  /**
   * After what it has.
   *
   * @param cursor how far that is
   */
  record After(Cursor cursor) implements From {}
}
