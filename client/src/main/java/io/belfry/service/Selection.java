package io.belfry.service;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.util.Optional;

/**
 * Which topics are asked for, a page at a time.
 *
 * @param filter which topics
 * @param after the last topic of the page before, if there was one
 * @param limit how many at most; the answer may hold fewer and says where to go on
 */
public record Selection(TopicFilter filter, Optional<Topic> after, int limit) {

  /** The most that can be asked for at once. */
  public static final int MAX_LIMIT = 1_000;

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is not from 1 to {@value #MAX_LIMIT}
   */
  public Selection {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "The limit must be from 1 to " + MAX_LIMIT + ", not " + limit + ".");
    }
  }

  /**
   * The first page.
   *
   * @param filter which topics
   * @return a selection of as many as can be asked for at once
   */
  public static Selection of(TopicFilter filter) {
    return new Selection(filter, Optional.empty(), MAX_LIMIT);
  }

  /**
   * One topic.
   *
   * @param topic which one
   * @return a selection of it alone
   */
  public static Selection of(Topic topic) {
    return new Selection(TopicFilter.exactly(topic), Optional.empty(), 1);
  }

  /**
   * The page after this one.
   *
   * @param last the last topic of this page
   * @return the selection to go on with
   */
  public Selection after(Topic last) {
    return new Selection(filter, Optional.of(last), limit);
  }

  /**
   * A smaller page.
   *
   * @param most how many at most
   * @return this selection with that limit
   */
  public Selection limitedTo(int most) {
    return new Selection(filter, after, most);
  }
}
