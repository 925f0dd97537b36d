package io.belfry.service;

import io.belfry.message.Topic;

/** The topics that are the service's own. */
public final class Reserved {

  /** The first level of their names. */
  public static final String LEVEL = "belfry";

  private Reserved() {}

  /**
   * Whether a topic is the service's own.
   *
   * @param topic the topic in question
   * @return whether its first level is {@value #LEVEL}
   */
  public static boolean holds(Topic topic) {
    String name = topic.name();
    return name.startsWith(LEVEL)
        && (name.length() == LEVEL.length() || name.charAt(LEVEL.length()) == '.');
  }

  static void refuse(Topic topic) {
    if (holds(topic)) {
      throw new IllegalArgumentException("The topic '" + topic
          + "' is reserved for the service itself; choose a name that does not begin with '" + LEVEL
          + "'.");
    }
  }
}
