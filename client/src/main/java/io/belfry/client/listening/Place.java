package io.belfry.client.listening;

/**
 * How far a topic has got.
 *
 * @param seq all up to this one was given, or is not wanted
 * @param offset all of that is at or before this offset
 */
record Place(long seq, long offset) {

  /** It may be anywhere, and some of it may be still to come. */
  static final long ANYWHERE = Long.MAX_VALUE;
}
