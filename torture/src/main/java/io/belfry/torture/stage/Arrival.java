package io.belfry.torture.stage;

import io.belfry.torture.cast.ActorProcess;
import io.belfry.torture.checking.Wanted;
import io.belfry.torture.history.Entry.Acknowledged;
import io.belfry.torture.history.Entry.Begun;
import io.belfry.torture.history.Entry.Delivered;
import io.belfry.torture.history.Entry.Shown;
import io.belfry.torture.history.History;
import io.belfry.torture.history.Line;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether everything seems to have arrived, so that nobody waits in vain. Whether it really has,
 * and as it should, the checker says.
 */
final class Arrival {

  private final Map<String, Long> heads = new HashMap<>();
  private final Path directory;

  /** Looks what has been acknowledged; there is to be nothing more. */
  Arrival(Path directory) {
    this.directory = directory;
    for (History history : History.readAll(directory).values()) {
      history
          .entries(Acknowledged.class)
          .forEach(told -> heads.merge(told.topic(), told.seq(), Math::max));
    }
  }

  /** How often something was acknowledged to so many publishers so far. */
  static long acknowledged(Path directory, int publishers) {
    return IntStream.range(0, publishers)
        .mapToObj(number -> History.read(directory, ActorProcess.PUBLISHER + number))
        .mapToLong(history -> history.entries(Acknowledged.class).count())
        .sum();
  }

  boolean isComplete() {
    Collection<History> histories = History.readAll(directory).values();
    return histories.stream()
        .filter(history -> history.entries(Begun.class).findAny().isPresent())
        .allMatch(this::isComplete);
  }

  /** One with a name may have been there before a topic, or after all that is on it. */
  private boolean isComplete(History history) {
    Map<String, Long> last = new HashMap<>();
    for (Line line : history.lines()) {
      if (line.entry() instanceof Delivered event) {
        last.merge(event.topic(), event.seq(), Math::max);
      } else if (line.entry() instanceof Shown shown) {
        last.merge(shown.topic(), shown.seq(), Math::max);
      }
    }
    Begun begun = history.entries(Begun.class).findAny().orElseThrow();
    Wanted wanted = new Wanted(begun.filter());
    return heads.entrySet().stream()
        .filter(head -> wanted.has(head.getKey()))
        .filter(head -> !begun.start().startsWith("as ") || last.containsKey(head.getKey()))
        .allMatch(head -> last.getOrDefault(head.getKey(), 0L) >= head.getValue());
  }
}
