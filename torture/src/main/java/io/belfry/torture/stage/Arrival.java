package io.belfry.torture.stage;

import io.belfry.torture.cast.ActorProcess;
import io.belfry.torture.checking.Wanted;
import io.belfry.torture.history.Entry.Acknowledged;
import io.belfry.torture.history.Entry.Begun;
import io.belfry.torture.history.Entry.Delivered;
import io.belfry.torture.history.Entry.Intent;
import io.belfry.torture.history.Entry.Ready;
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

  /**
   * How far a topic has got.
   *
   * @param seq its last event that was acknowledged
   * @param intended when the latest of its publications was begun, in milliseconds
   */
  private record Head(long seq, long intended) {

    Head with(Head other) {
      return new Head(Math.max(seq, other.seq), Math.max(intended, other.intended));
    }
  }

  private final Map<String, Head> heads = new HashMap<>();
  private final Path directory;

  /** Looks what has been acknowledged; there is to be nothing more. */
  Arrival(Path directory) {
    this.directory = directory;
    History.readAll(directory).values().forEach(this::learn);
  }

  /** A publisher writes down what it intends, once, before it is told what came of it. */
  private void learn(History history) {
    Map<String, Long> intents = new HashMap<>();
    for (Line line : history.lines()) {
      if (line.entry() instanceof Intent intent) {
        intents.put(intent.key(), line.at());
      } else if (line.entry() instanceof Acknowledged told) {
        Head head = new Head(told.seq(), intents.getOrDefault(told.key(), line.at()));
        heads.merge(told.topic(), head, Head::with);
      }
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

  private boolean isComplete(History history) {
    Map<String, Long> last = new HashMap<>();
    long readyAt = Long.MAX_VALUE;
    for (Line line : history.lines()) {
      if (line.entry() instanceof Delivered event) {
        last.merge(event.topic(), event.seq(), Math::max);
      } else if (line.entry() instanceof Shown shown) {
        last.merge(shown.topic(), shown.seq(), Math::max);
      } else if (line.entry() instanceof Ready) {
        readyAt = Math.min(readyAt, line.at());
      }
    }
    Begun begun = history.entries(Begun.class).findAny().orElseThrow();
    // One with a name has no right to what was there before it.
    long since = begun.start().startsWith("as ") ? readyAt : Long.MIN_VALUE;
    Wanted wanted = new Wanted(begun.filter());
    return heads.entrySet().stream()
        .filter(topic -> wanted.has(topic.getKey()))
        .filter(topic -> topic.getValue().intended() > since || last.containsKey(topic.getKey()))
        .allMatch(
            topic -> last.getOrDefault(topic.getKey(), 0L) >= topic.getValue().seq());
  }
}
