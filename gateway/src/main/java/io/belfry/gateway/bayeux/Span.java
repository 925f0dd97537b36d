package io.belfry.gateway.bayeux;

/**
 * Which events a subscription has brought to its session, as far as there is no hole: by their
 * offsets. A client hands what comes on a channel to all its listeners that fit, so what one of its
 * subscriptions has brought must not come by another again.
 */
final class Span {

  private static final long NONE = -1;

  private long born;
  private long first = NONE;
  private long last = NONE;

  /**
   * Begins with nothing.
   *
   * @param born the last offset that the session had got before; whatever came up to there, this
   *     subscription's listener has not seen
   */
  Span(long born) {
    this.born = born;
  }

  void add(long offset, boolean hasNoHole) {
    if (hasNoHole) {
      first = first == NONE ? offset : first;
      last = offset;
    }
  }

  void clear() {
    first = NONE;
    last = NONE;
  }

  void forget() {
    clear();
    born = NONE;
  }

  /** Whether another has brought this to the listener of this one. */
  boolean isCovered(long offset, Span other) {
    return offset > born && other.first != NONE && offset >= other.first && offset <= other.last;
  }

  long last() {
    return last;
  }
}
