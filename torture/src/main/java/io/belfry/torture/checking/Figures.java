package io.belfry.torture.checking;

import io.belfry.torture.history.Entry;
import io.belfry.torture.history.Entry.Acknowledged;
import io.belfry.torture.history.Entry.Delivered;
import io.belfry.torture.history.Entry.Failed;
import io.belfry.torture.history.Entry.Killed;
import io.belfry.torture.history.Entry.Missed;
import io.belfry.torture.history.Entry.Spoilt;
import io.belfry.torture.history.History;
import io.belfry.torture.history.Line;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * What happened, in numbers.
 *
 * @param intended publications
 * @param acknowledged of these, the ones that were acknowledged
 * @param unknown of these, the ones that never were
 * @param failures attempts to publish that failed
 * @param delivered events that came to listeners
 * @param gaps gaps that were told
 * @param kills processes that were killed
 * @param dropped messages that the wire swallowed, as far as it was told
 * @param repeated messages that it brought twice
 * @param delayed messages that it held back
 * @param longestOutage the longest time without any acknowledgement, in milliseconds
 */
public record Figures(
    long intended,
    long acknowledged,
    long unknown,
    long failures,
    long delivered,
    long gaps,
    long kills,
    long dropped,
    long repeated,
    long delayed,
    long longestOutage) {

  static Figures of(Collection<History> histories, Intents intents, long acknowledged) {
    return new Figures(
        intents.count(),
        acknowledged,
        intents.count() - acknowledged,
        count(histories, Failed.class),
        count(histories, Delivered.class),
        count(histories, Missed.class),
        count(histories, Killed.class),
        sum(histories, Spoilt::dropped),
        sum(histories, Spoilt::repeated),
        sum(histories, Spoilt::delayed),
        longestOutage(histories));
  }

  private static long count(Collection<History> histories, Class<? extends Entry> kind) {
    return histories.stream()
        .mapToLong(history -> history.entries(kind).count())
        .sum();
  }

  private static long sum(Collection<History> histories, ToLongFunction<Spoilt> part) {
    return histories.stream()
        .flatMap(history -> history.entries(Spoilt.class))
        .mapToLong(part)
        .sum();
  }

  private static long longestOutage(Collection<History> histories) {
    List<Long> times = histories.stream()
        .flatMap(history -> history.lines().stream())
        .filter(line -> line.entry() instanceof Acknowledged)
        .map(Line::at)
        .sorted()
        .toList();
    return LongStream.range(1, times.size())
        .map(i -> times.get((int) i) - times.get((int) i - 1))
        .max()
        .orElse(0);
  }
}
