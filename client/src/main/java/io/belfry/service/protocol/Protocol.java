package io.belfry.service.protocol;

import io.belfry.message.Address;

/** What both sides of the protocol have to know. */
public final class Protocol {

  /** The version that is spoken here. */
  public static final int VERSION = 1;

  /** Where requests go. */
  public static final Address SERVICE = new Address("belfry.service");

  /** The header of a request in which a token travels, after the word {@code Bearer}. */
  public static final String AUTHORIZATION = "authorization";

  /** What stands around a content in an answer with one event, at most. */
  private static final int AROUND = 4 * 1024;

  private Protocol() {}

  /**
   * How many bytes a content may have, so that its event surely fits into an answer. A larger one
   * could be published, but never be asked for again.
   *
   * @param maxPayload the most bytes that a message takes
   * @return the most bytes of a content
   */
  public static int maxContent(int maxPayload) {
    return Math.max(0, maxPayload - AROUND) / 4 * 3;
  }
}
