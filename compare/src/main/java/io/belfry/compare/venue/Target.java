package io.belfry.compare.venue;

import java.util.Map;

/** One of those that are compared: a transport, how it is set, and what stands in the middle. */
public interface Target {

  /**
   * How tables and charts call it.
   *
   * @return a short name, no other target's
   */
  String name();

  /**
   * What a reader has to know to judge its figures: the transport, the broker and its version, the
   * settings that were written for it. Nothing secret.
   *
   * @return the facts in the order in which they are to be shown
   */
  Map<String, String> facts();

  /**
   * Starts what has to be there before the first trial, such as a broker. Blocking: until it
   * answers.
   *
   * @return the place for all its trials
   * @throws RuntimeException with one sentence, if it can't be had
   */
  Venue open();
}
