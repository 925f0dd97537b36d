package io.belfry.compare.result;

import java.util.List;
import java.util.Map;

/**
 * One repeat.
 *
 * @param figures what was measured
 * @param account what became of the messages
 * @param timeline how it went over the time, for scenarios with a fault; else empty
 * @param marks what was done, and when
 * @param warnings what a reader must know before he believes the figures
 */
public record Run(
    Map<Metric, Double> figures,
    Account account,
    List<Slice> timeline,
    List<Mark> marks,
    List<String> warnings) {

  /**
   * A part of the time.
   *
   * @param at when it begins, in milliseconds since the first message was due
   * @param sent how many messages were due in it
   * @param received how many arrived in it
   * @param slowest the longest response time of those that arrived in it, in nanoseconds
   */
  public record Slice(long at, long sent, long received, long slowest) {}

  /**
   * Something that was done.
   *
   * @param at when, in milliseconds since the first message was due
   * @param what in a few words, such as {@code killed}
   */
  public record Mark(long at, String what) {}
}
