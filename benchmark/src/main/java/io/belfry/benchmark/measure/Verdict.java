package io.belfry.benchmark.measure;

/**
 * Whether all arrived as it was sent.
 *
 * @param lost sent and not received
 * @param repeated received more than once
 * @param disordered received by somebody after a later one
 * @param damaged received with a wrong size, or as the answer to another question
 */
public record Verdict(long lost, long repeated, long disordered, long damaged) {

  /** Nothing to complain of. */
  public static final Verdict FLAWLESS = new Verdict(0, 0, 0, 0);

  /** Both together. */
  public Verdict plus(Verdict other) {
    return new Verdict(
        lost + other.lost,
        repeated + other.repeated,
        disordered + other.disordered,
        damaged + other.damaged);
  }

  /** Whether there is nothing to complain of. */
  public boolean isFlawless() {
    return equals(FLAWLESS);
  }

  @Override
  public String toString() {
    return lost + " lost, " + repeated + " repeated, " + disordered + " out of order, " + damaged
        + " damaged";
  }
}
