package io.belfry.notifier;

import io.belfry.message.Payload;
import io.belfry.message.Topic;
import java.time.Instant;
import java.util.Objects;

/**
 * What was published.
 *
 * @param topic on which topic
 * @param seq its number there
 * @param at when
 * @param type its media type
 * @param content the content
 */
public record Change(Topic topic, long seq, Instant at, String type, Payload content) {

  /** Needs all of them. */
  public Change {
    Objects.requireNonNull(topic);
    Objects.requireNonNull(at);
    Objects.requireNonNull(type);
    Objects.requireNonNull(content);
  }
}
