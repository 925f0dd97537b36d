package io.belfry.service.protocol;

import io.belfry.message.Topic;
import io.belfry.service.Cursor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a server says of its log every second or so, so that nobody waits for an event that the wire
 * has lost.
 *
 * <p>Who has had all up to an offset that is not below {@code since}, and of each topic listed what
 * goes up to its seq, has all up to {@code offset}. Who can't tell asks for the log.
 *
 * @param epoch the log's epoch
 * @param offset the offset of the last event when this was read
 * @param since an earlier offset
 * @param heads the last seq of every topic with an event after {@code since}, up to {@code offset}
 */
public record Beacon(String epoch, long offset, long since, Map<Topic, Long> heads) {

  /** Where beacons are published. */
  public static final Topic TOPIC = new Topic("belfry.beacon");

  /** The most topics that one beacon lists; if there are more, it says less. */
  public static final int MAX_HEADS = 500;

  /**
   * Checks the parts and copies the map.
   *
   * @throws IllegalArgumentException if the epoch is not a word of letters and digits, a number is
   *     out of range, or there are too many topics
   */
  public Beacon {
    if (Cursor.at(epoch, since).offset() > offset) {
      throw new IllegalArgumentException("A beacon tells what came since an earlier offset.");
    }
    if (heads.size() > MAX_HEADS) {
      throw new IllegalArgumentException("A beacon lists at most " + MAX_HEADS + " topics.");
    }
    for (long seq : heads.values()) {
      if (seq < 1 || seq > offset) {
        throw new IllegalArgumentException("A head in a beacon is a seq that the log can have.");
      }
    }
    heads = Collections.unmodifiableMap(new LinkedHashMap<>(heads));
  }

  /**
   * The least that can be said: where the log ends.
   *
   * @param epoch the log's epoch
   * @param offset the offset of the last event
   * @return a beacon that lists nothing
   */
  public static Beacon at(String epoch, long offset) {
    return new Beacon(epoch, offset, offset, Map.of());
  }
}
