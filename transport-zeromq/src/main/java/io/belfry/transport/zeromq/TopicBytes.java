package io.belfry.transport.zeromq;

import io.belfry.message.Topic;
import java.nio.charset.StandardCharsets;

/** Topics as bytes. Who publishes on one topic again and again gets the same bytes each time. */
final class TopicBytes {

  private static final class Known {
    private final Topic topic;
    private final byte[] bytes;

    Known(Topic topic) {
      this.topic = topic;
      this.bytes = topic.name().getBytes(StandardCharsets.UTF_8);
    }
  }

  private volatile Known last = new Known(new Topic("none"));

  /** The name's bytes, not to be written into. */
  byte[] of(Topic topic) {
    Known known = last;
    if (!known.topic.equals(topic)) {
      known = new Known(topic);
      last = known;
    }
    return known.bytes;
  }
}
