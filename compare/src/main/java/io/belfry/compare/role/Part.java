package io.belfry.compare.role;

import io.belfry.compare.load.Beat;
import io.belfry.compare.venue.Wiring;
import io.belfry.transport.Side;
import java.time.Duration;
import java.util.Map;

/**
 * What one of them is told.
 *
 * @param role what it does
 * @param number its number among those of its role, from 0
 * @param wiring how it takes part
 * @param side whether it is the hub
 * @param run the trial's number, which all its names have in them
 * @param size the size of payloads
 * @param beat when messages are due
 * @param mostLate how late a sender may be before it gives up
 * @param pause how long a receiver takes for each message
 * @param queue how many messages may wait at a subscriber
 * @param shifts by publisher, what to add to its clock to have that of this part
 */
public record Part(
    Role role,
    int number,
    Wiring wiring,
    Side side,
    int run,
    int size,
    Beat beat,
    Duration mostLate,
    Duration pause,
    int queue,
    Map<Integer, Long> shifts) {

  /** Copies the shifts. */
  public Part {
    shifts = Map.copyOf(shifts);
  }

  /**
   * The name that all parts of a trial meet at.
   *
   * @return a name that is good for topics and addresses
   */
  String meeting() {
    return "compare.run-" + Integer.toUnsignedString(run);
  }

  /**
   * The same for a part whose clock differs from those of the publishers.
   *
   * @param others what to add to each one's
   * @return the part
   */
  public Part shifted(Map<Integer, Long> others) {
    return new Part(role, number, wiring, side, run, size, beat, mostLate, pause, queue, others);
  }
}
