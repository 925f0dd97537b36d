package io.belfry.client.listening;

import io.belfry.message.Topic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Offsets that are reached as soon as some topics have got to certain seqs, one after the other.
 */
final class Milestones {

  private static final int MOST = 16;

  /** An offset, and what is missing before it. */
  private static final class Milestone {
    private long offset;
    private final Map<Topic, Long> missing;
    private boolean isCurrent;

    private Milestone(long offset, Map<Topic, Long> missing) {
      this.offset = offset;
      this.missing = new HashMap<>(missing);
    }
  }

  private final Deque<Milestone> ahead = new ArrayDeque<>();

  /** Adds one that counts once those before it are reached. */
  void add(long offset, Map<Topic, Long> missing) {
    Milestone last = ahead.peekLast();
    if (last == null || ahead.size() < MOST) {
      ahead.add(new Milestone(offset, missing));
    } else {
      last.offset = Math.max(last.offset, offset);
      last.isCurrent = false;
      missing.forEach((topic, seq) -> last.missing.merge(topic, seq, Math::max));
    }
  }

  /** Notes that all of a topic was given up to the seq. */
  void passed(Topic topic, long seq) {
    Milestone first = ahead.peek();
    if (first != null) {
      first.missing.computeIfPresent(topic, (same, needed) -> needed <= seq ? null : needed);
    }
  }

  /** Takes away what is reached, and tells the highest such offset, or the one given. */
  long reach(long watermark, Map<Topic, Track> tracks) {
    long reached = watermark;
    for (Milestone first = ahead.peek(); first != null; first = ahead.peek()) {
      if (!isReached(first, reached, tracks)) {
        return reached;
      }
      reached = Math.max(reached, first.offset);
      ahead.remove();
    }
    return reached;
  }

  boolean isEmpty() {
    return ahead.isEmpty();
  }

  /** Where the last one is, or the watermark if there is none. */
  long last(long watermark) {
    Milestone last = ahead.peekLast();
    return last == null ? watermark : Math.max(watermark, last.offset);
  }

  void clear() {
    ahead.clear();
  }

  /** Looks at all topics once; from then on {@link #passed} keeps what is missing current. */
  private static boolean isReached(Milestone first, long watermark, Map<Topic, Track> tracks) {
    if (!first.isCurrent) {
      first.isCurrent = true;
      first.missing.entrySet().removeIf(entry -> {
        Track track = tracks.get(entry.getKey());
        return track != null && track.next > entry.getValue();
      });
    }
    return first.offset <= watermark || first.missing.isEmpty();
  }
}
