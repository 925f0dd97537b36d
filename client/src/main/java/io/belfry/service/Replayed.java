package io.belfry.service;

import java.util.List;

/**
 * A page of the past. Whatever was asked for up to {@code through} is either among the events or
 * told as a gap; what comes after it must be asked for again. A gap in the log that goes on beyond
 * {@code through} is told on the page on which it ends, so that each is told once.
 *
 * @param epoch the log's epoch
 * @param events the events, in order
 * @param gaps what was asked for and is kept no more
 * @param through how far this page goes: a seq if a topic was asked for, an offset if the log was
 * @param head the last one there was when this was read: a seq or an offset likewise
 */
public record Replayed(String epoch, List<Event> events, List<Gap> gaps, long through, long head) {

  /** Copies the lists. */
  public Replayed {
    events = List.copyOf(events);
    gaps = List.copyOf(gaps);
  }
}
