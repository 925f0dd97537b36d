package io.belfry.service;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;

/** Which events of the past are asked for. */
public sealed interface Replay {

  /** The most that can be asked for at once. */
  int MAX_LIMIT = 1_000;

  /**
   * How many events at most; the answer may hold fewer and says where to go on.
   *
   * @return from 1 to {@value #MAX_LIMIT}
   */
  int limit();

  /**
   * A smaller page.
   *
   * @param most how many at most
   * @return the same with that limit
   */
  Replay limitedTo(int most);

  /**
   * A range of one topic.
   *
   * @param topic which one
   * @param from the first seq wanted, at least 1
   * @param to the last seq wanted, not below {@code from}
   * @param limit how many at most
   */
  record OfTopic(Topic topic, long from, long to, int limit) implements Replay {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public OfTopic {
      requireLimit(limit);
      if (from < 1 || to < from) {
        throw new IllegalArgumentException(
            "A replay goes from 1 or more upwards, not from " + from + " to " + to + ".");
      }
    }

    @Override
    public OfTopic limitedTo(int most) {
      return new OfTopic(topic, from, to, most);
    }
  }

  /**
   * What came after a place in the log, in the order of offsets.
   *
   * @param filter of which topics
   * @param epoch the log's epoch; another one fails with {@code STALE_CURSOR}
   * @param after the offset before the first one wanted; one that is not in the log yet fails with
   *     {@code STALE_CURSOR}
   * @param limit how many at most
   */
  record OfLog(TopicFilter filter, String epoch, long after, int limit) implements Replay {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public OfLog {
      requireLimit(limit);
      if (after < 0) {
        throw new IllegalArgumentException("An offset can't be negative: " + after + ".");
      }
      if (!Epochs.isWellFormed(epoch)) {
        throw new IllegalArgumentException("An epoch is a word of letters and digits.");
      }
    }

    @Override
    public OfLog limitedTo(int most) {
      return new OfLog(filter, epoch, after, most);
    }
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "The limit must be from 1 to " + MAX_LIMIT + ", not " + limit + ".");
    }
  }
}
