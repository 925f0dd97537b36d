package io.belfry.gateway.config;

/**
 * How much a gateway takes.
 *
 * @param message the most bytes that a request or a message of a browser has
 * @param sessions how many sessions and streams there may be
 * @param sessionsForEach how many of them one client may have; a client is a token, or an address
 *     where no token is shown
 * @param rate how many requests and messages one client may send in a second, after a burst of as
 *     many; 0 for as many as it likes
 * @param waiting how many events wait for a receiver that is slow; what comes on top of that is
 *     read from the log when there is room
 * @param waitingBytes how much content waits for it
 */
public record Limits(
    int message, int sessions, int sessionsForEach, int rate, int waiting, int waitingBytes) {

  /** For a few thousand browsers. */
  public static final Limits DEFAULTS = new Limits(1 << 20, 10_000, 2_000, 1_000, 256, 1 << 20);
}
