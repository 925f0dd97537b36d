package io.belfry.transport;

/**
 * Whether messages can travel.
 *
 * @param state the state
 * @param detail one sentence for an operator, without secrets
 */
public record Health(State state, String detail) {

  /** The states. Only {@link #UP} is healthy. */
  public enum State {
    /** The other side has answered lately. */
    UP,
    /** The connection is lost; whether it is being repaired, the detail says. */
    DOWN,
    /** It can't be told. */
    UNKNOWN,
    /** The transport was closed. */
    CLOSED
  }

  /**
   * Whether messages can travel.
   *
   * @return true if the state is {@link State#UP}, and only then
   */
  public boolean isHealthy() {
    return state == State.UP;
  }
}
