package io.belfry.transport.zeromq;

import io.belfry.message.Topic;
import io.belfry.transport.zeromq.Subscribers.Audience;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the audience of a frame by the bytes of its topic, so that a topic is decoded, checked and
 * matched once, not for each message. For the reading thread alone.
 */
final class TopicCache {

  private static final int MAX_REMEMBERED = 10_000;

  private final Subscribers subscribers;
  private final Map<Key, Audience> known = new HashMap<>();
  private byte[] lastFrame = new byte[0];
  private int lastLength = -1;
  private @Nullable Audience last;

  /** The bytes of a topic inside a frame. */
  private static final class Key {
    private final byte[] frame;
    private final int length;

    Key(byte[] frame, int length) {
      this.frame = frame;
      this.length = length;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && Arrays.equals(frame, 0, length, that.frame, 0, that.length);
    }

    @Override
    public int hashCode() {
      int hash = 1;
      for (int i = 0; i < length; i++) {
        hash = 31 * hash + frame[i];
      }
      return hash;
    }
  }

  TopicCache(Subscribers subscribers) {
    this.subscribers = subscribers;
  }

  /**
   * The audience of a frame whose topic has this length.
   *
   * @throws IllegalArgumentException if it is no topic
   */
  Audience audience(byte[] frame, int length) {
    Audience recent = last;
    if (recent != null
        && recent.version() == subscribers.version()
        && Arrays.equals(frame, 0, length, lastFrame, 0, lastLength)) {
      return recent;
    }
    Audience found = find(frame, length);
    last = found;
    lastFrame = frame;
    lastLength = length;
    return found;
  }

  private Audience find(byte[] frame, int length) {
    Audience found = known.get(new Key(frame, length));
    if (found == null || found.version() != subscribers.version()) {
      Topic topic = found == null ? new Topic(Frames.name(frame, 0, length)) : found.topic();
      found = subscribers.audience(topic);
      if (known.size() >= MAX_REMEMBERED) {
        known.clear();
      }
      known.put(new Key(Arrays.copyOf(frame, length), length), found);
    }
    return found;
  }
}
