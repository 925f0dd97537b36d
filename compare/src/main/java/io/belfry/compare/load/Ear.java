package io.belfry.compare.load;

import io.belfry.message.Payload;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/**
 * What one receiver hears. Safe for any thread, as answers come on any; a lock that nobody else
 * wants costs next to nothing.
 */
public final class Ear {

  private static final int DIGITS = 3;

  private final int run;
  private final Beat beat;
  private final Map<Integer, Long> shifts;
  private final Map<Integer, Following> publishers = new HashMap<>();
  private final Histogram response = new Histogram(DIGITS);
  private final Histogram service = new Histogram(DIGITS);
  private final Track track = new Track();
  private long repeated;
  private long reordered;
  private long corrupt;
  private long received;

  /** What came of one publisher. */
  private static final class Following {
    private final BitSet seen = new BitSet();
    private long highest = -1;
  }

  /**
   * Makes an ear.
   *
   * @param run the trial's number
   * @param beat when messages are due
   * @param shifts by publisher, what to add to its clock to have that of this process; nothing for
   *     those with the same clock
   */
  public Ear(int run, Beat beat, Map<Integer, Long> shifts) {
    this.run = run;
    this.beat = beat;
    this.shifts = Map.copyOf(shifts);
  }

  /** What has come so far, repeated ones included. */
  public synchronized long received() {
    return received;
  }

  /**
   * Something has come, in the order of its publisher.
   *
   * @param payload what it is
   */
  public void hear(Payload payload) {
    hear(payload, OptionalLong.empty(), System.nanoTime());
  }

  /**
   * Something has come that has a place of its own in an order.
   *
   * @param payload what it is
   * @param place its place: what has a lower one is to come before
   */
  public void hear(Payload payload, long place) {
    hear(payload, OptionalLong.of(place), System.nanoTime());
  }

  synchronized void hear(Payload payload, OptionalLong place, long now) {
    Optional<Stamp> stamp = Stamp.of(payload);
    if (stamp.isEmpty() || !isPlausible(stamp.get())) {
      corrupt++;
    } else if (stamp.get().run() == run) {
      hear(stamp.get(), place.orElse(stamp.get().sequence()), now);
    }
  }

  /** What nobody has sent is as bad as what is damaged. */
  private boolean isPlausible(Stamp stamp) {
    return stamp.run() != run || stamp.sequence() < beat.total();
  }

  private void hear(Stamp stamp, long place, long now) {
    Following following = publishers.computeIfAbsent(stamp.publisher(), any -> new Following());
    int sequence = (int) stamp.sequence();
    if (following.seen.get(sequence)) {
      repeated++;
    } else {
      following.seen.set(sequence);
      if (place < following.highest) {
        reordered++;
      }
      following.highest = Math.max(following.highest, place);
      time(stamp, now);
    }
    received++;
  }

  /** Of a message that comes twice the first time counts. */
  private void time(Stamp stamp, long now) {
    long shift = shifts.getOrDefault(stamp.publisher(), 0L);
    long took = Math.max(0, now - stamp.intended() - shift);
    if (beat.isMeasured(stamp.sequence())) {
      response.recordValue(took);
      service.recordValue(Math.max(0, now - stamp.sent() - shift));
    }
    long due = beat.due(0, stamp.sequence());
    track.note(due, due + took, took);
  }

  /**
   * What it has heard.
   *
   * @return a copy, as it is now
   */
  public synchronized Heard heard() {
    Map<Integer, BitSet> seen = new HashMap<>();
    publishers.forEach(
        (publisher, following) -> seen.put(publisher, (BitSet) following.seen.clone()));
    return new Heard(
        seen,
        received,
        repeated,
        reordered,
        corrupt,
        response.copy(),
        service.copy(),
        track.copy());
  }
}
