package io.belfry.server.log;

import java.util.List;

/**
 * A page of topics.
 *
 * @param topics the topics, in the order of their names
 * @param hasMore whether there are more after the last one
 */
public record TopicStates(List<TopicState> topics, boolean hasMore) {

  /** Copies the list. */
  public TopicStates {
    topics = List.copyOf(topics);
  }
}
