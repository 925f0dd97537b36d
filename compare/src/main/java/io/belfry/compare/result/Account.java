package io.belfry.compare.result;

/**
 * What became of the messages.
 *
 * @param sent messages that the transport took
 * @param refused messages that it did not take, and said so
 * @param expected deliveries that should have come of those sent: one for each subscriber, or one
 *     in all for requests and work
 * @param received deliveries that came, repeated ones included
 * @param lost deliveries that should have come and never did
 * @param repeated deliveries that came once more
 * @param reordered deliveries that came after a later one of the same publisher
 * @param corrupt deliveries that were not what had been sent, or that nobody had sent
 */
public record Account(
    long sent,
    long refused,
    long expected,
    long received,
    long lost,
    long repeated,
    long reordered,
    long corrupt) {

  /** Of no messages. */
  public static final Account NONE = new Account(0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * Both together.
   *
   * @param other another account
   * @return the sum
   */
  public Account plus(Account other) {
    return new Account(
        sent + other.sent,
        refused + other.refused,
        expected + other.expected,
        received + other.received,
        lost + other.lost,
        repeated + other.repeated,
        reordered + other.reordered,
        corrupt + other.corrupt);
  }

  /**
   * What was to come, had nothing been refused.
   *
   * @return deliveries
   */
  public long wanted() {
    return expected + refusedDeliveries();
  }

  /**
   * What never came to anybody: it was lost, or refused, and nobody tried again.
   *
   * @return deliveries
   */
  public long missed() {
    return lost + refusedDeliveries();
  }

  /** A message may be for several. */
  private long refusedDeliveries() {
    return refused * Math.max(1, expected / Math.max(1, sent));
  }

  /**
   * Whether everything came once, in order and whole.
   *
   * @return whether nothing was lost, refused, repeated, reordered or corrupt
   */
  public boolean isFlawless() {
    return missed() == 0 && repeated == 0 && reordered == 0 && corrupt == 0;
  }
}
