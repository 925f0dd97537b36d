package io.belfry.compare.role;

/**
 * How far some of them have got.
 *
 * @param sent messages handed to the transport
 * @param heard deliveries
 * @param isDone whether all senders have ended, and know what became of what they sent
 */
public record Progress(long sent, long heard, boolean isDone) {

  /** Of nobody. */
  public static final Progress NONE = new Progress(0, 0, true);

  /**
   * Both together.
   *
   * @param other of others
   * @return the sum
   */
  public Progress plus(Progress other) {
    return new Progress(sent + other.sent, heard + other.heard, isDone && other.isDone);
  }
}
