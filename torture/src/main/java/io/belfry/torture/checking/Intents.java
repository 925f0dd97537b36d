package io.belfry.torture.checking;

import io.belfry.torture.history.Entry.Intent;
import io.belfry.torture.history.History;
import io.belfry.torture.history.Line;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All that was to be published. */
final class Intents {

  /**
   * An intent and when it was written down.
   *
   * @param intent what was to be published
   * @param at when, in milliseconds
   */
  record Timed(Intent intent, long at) {}

  private final Map<String, Timed> byKey = new HashMap<>();
  private final Map<String, Timed> byContent = new HashMap<>();

  Intents(Collection<History> histories) {
    for (History history : histories) {
      for (Line line : history.lines()) {
        if (line.entry() instanceof Intent intent) {
          Timed timed = new Timed(intent, line.at());
          byKey.putIfAbsent(intent.key(), timed);
          byContent.putIfAbsent(intent.content(), timed);
        }
      }
    }
  }

  Optional<Timed> byKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  Optional<Timed> byContent(String content) {
    return Optional.ofNullable(byContent.get(content));
  }

  int count() {
    return byKey.size();
  }
}
