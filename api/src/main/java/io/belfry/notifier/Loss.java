package io.belfry.notifier;

import io.belfry.message.Topic;
import java.util.Objects;

/**
 * What was published, but is kept no more.
 *
 * @param topic on which topic
 * @param through up to which number there
 */
public record Loss(Topic topic, long through) {

  /** Needs a topic. */
  public Loss {
    Objects.requireNonNull(topic);
  }
}
