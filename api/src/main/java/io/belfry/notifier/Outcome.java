package io.belfry.notifier;

import java.util.Objects;

/**
 * What became of a notice, for one recipient.
 *
 * @param kind what that means
 * @param reason one sentence for the operator, without secrets; empty if there is nothing to say
 */
public record Outcome(Kind kind, String reason) {

  /** What an outcome means for what comes next. */
  public enum Kind {
    /** The other side has taken it over. */
    DELIVERED,
    /** Not now; this recipient's next try may go well. */
    LATER,
    /** Never like this; somebody has to look at it. */
    NEVER,
    /** Nobody's fault: nothing can be delivered at present, to whomever. */
    UNAVAILABLE
  }

  private static final Outcome DELIVERED = new Outcome(Kind.DELIVERED, "");

  /** Needs both. */
  public Outcome {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(reason);
  }

  /**
   * The other side has taken it over.
   *
   * @return the outcome
   */
  public static Outcome delivered() {
    return DELIVERED;
  }

  /**
   * Not now.
   *
   * @param reason one sentence
   * @return the outcome
   */
  public static Outcome later(String reason) {
    return new Outcome(Kind.LATER, reason);
  }

  /**
   * Never like this.
   *
   * @param reason one sentence
   * @return the outcome
   */
  public static Outcome never(String reason) {
    return new Outcome(Kind.NEVER, reason);
  }

  /**
   * Nothing can be delivered at present.
   *
   * @param reason one sentence
   * @return the outcome
   */
  public static Outcome unavailable(String reason) {
    return new Outcome(Kind.UNAVAILABLE, reason);
  }

  /**
   * Whether it has arrived.
   *
   * @return true for {@code DELIVERED}
   */
  public boolean isDelivered() {
    return kind == Kind.DELIVERED;
  }
}
