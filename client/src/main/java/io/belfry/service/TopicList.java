package io.belfry.service;

import java.util.List;

/**
 * A page of topics.
 *
 * @param topics the topics, in the order of their names
 * @param hasMore whether there may be more after the last one
 */
public record TopicList(List<TopicInfo> topics, boolean hasMore) {

  /** Copies the list. */
  public TopicList {
    topics = List.copyOf(topics);
  }
}
