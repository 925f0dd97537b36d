package io.belfry.compare.load;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.HdrHistogram.Histogram;

/** What mails tell of a trial's messages. */
public final class Mailing {

  private static final int DIGITS = 3;

  /** A message of a publisher. */
  private record Told(int publisher, long sequence) {}

  private final int run;
  private final Beat beat;
  private final Set<Told> told = new HashSet<>();
  private final Histogram times = new Histogram(DIGITS);

  /**
   * Of no mails yet.
   *
   * @param run the trial's number
   * @param beat when messages were due
   */
  public Mailing(int run, Beat beat) {
    this.run = run;
    this.beat = beat;
  }

  /**
   * Reads one more mail. What it tells once more does not count.
   *
   * @param text its text
   * @param at when it had come, on the publishers' clock
   */
  public void read(String text, long at) {
    Optional<Stamp.Found> found = Stamp.in(text, 0);
    while (found.isPresent()) {
      note(found.get().stamp(), at);
      found = Stamp.in(text, found.get().end());
    }
  }

  private void note(Stamp stamp, long at) {
    if (stamp.run() == run
        && told.add(new Told(stamp.publisher(), stamp.sequence()))
        && beat.isMeasured(stamp.sequence())) {
      times.recordValue(Math.max(0, at - stamp.intended()));
    }
  }

  /**
   * How many messages the mails have told of.
   *
   * @return each once
   */
  public long count() {
    return told.size();
  }

  /**
   * From when they were due to when their mail had come.
   *
   * @return the times of those that count
   */
  public Histogram times() {
    return times;
  }
}
