package io.belfry.service;

import io.belfry.message.Topic;

/**
 * What a topic is.
 *
 * @param topic its name; the level {@value Reserved#LEVEL} at the start is the service's own
 * @param mode what an event does to its content
 * @param description one sentence for people, which may be empty
 */
public record TopicSpec(Topic topic, Mode mode, String description) {

  /** How many characters a description has at most. */
  public static final int MAX_DESCRIPTION = 1_000;

  /**
   * Checks name and description.
   *
   * @throws IllegalArgumentException if the name is reserved, or the description is too long or has
   *     control characters
   */
  public TopicSpec {
    Reserved.refuse(topic);
    Texts.requirePlain("description", description, MAX_DESCRIPTION);
  }

  /**
   * A topic whose content is replaced, without a description.
   *
   * @param topic its name
   * @return what it is
   */
  public static TopicSpec of(Topic topic) {
    return new TopicSpec(topic, Mode.REPLACE, "");
  }
}
