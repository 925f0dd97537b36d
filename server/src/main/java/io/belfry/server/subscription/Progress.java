package io.belfry.server.subscription;

import io.belfry.message.Topic;
import io.belfry.service.Cursor;
import java.util.HashMap;
import java.util.Map;

/** How cursors move: forwards only, as long as the log is the same. */
final class Progress {

  private Progress() {}

  /** The further of the two; what is told late, or twice, changes nothing. */
  static Cursor further(Cursor stored, Cursor told) {
    if (!stored.epoch().equals(told.epoch()) || stored.offset() < told.offset()) {
      return told;
    }
    if (stored.offset() > told.offset()) {
      return stored;
    }
    Map<Topic, Long> ahead = new HashMap<>(stored.ahead());
    told.ahead().forEach((topic, seq) -> ahead.merge(topic, seq, Math::max));
    return new Cursor(stored.epoch(), stored.offset(), ahead);
  }
}
