package io.belfry.client.listening;

import io.belfry.message.Topic;
import io.belfry.service.Content;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A log as simple as can be: what a service promises, in memory. */
final class ModelLog {

  private static final Comparator<Topic> BY_NAME = Comparator.comparing(Topic::name);

  final String epoch;
  final List<Event> events = new ArrayList<>();

  /** The events of each topic; the ones with a seq below the first are kept no more. */
  final Map<Topic, List<Event>> topics = new TreeMap<>(BY_NAME);

  private final Map<Topic, Long> firsts = new HashMap<>();
  private final String stamp;

  ModelLog(String epoch, String stamp) {
    this.epoch = epoch;
    this.stamp = stamp;
  }

  /** The log as it was when it ended with the offset, to be continued in another way. */
  ModelLog restored(int offset, String newStamp) {
    ModelLog copy = new ModelLog(epoch, newStamp);
    for (Event event : events.subList(0, offset)) {
      copy.events.add(event);
      copy.create(event.topic());
      copy.of(event.topic()).add(event);
    }
    return copy;
  }

  void create(Topic topic) {
    topics.computeIfAbsent(topic, same -> new ArrayList<>());
  }

  Event append(Topic topic) {
    create(topic);
    long seq = head(topic) + 1;
    long offset = events.size() + 1L;
    Content content = Content.of(stamp + "/" + offset);
    Event event = new Event(epoch, offset, topic, seq, Instant.EPOCH.plusSeconds(offset), content);
    events.add(event);
    of(topic).add(event);
    return event;
  }

  /** Keeps no more than the last ones of a topic. */
  void trim(Topic topic, int most) {
    firsts.merge(topic, Math.max(1, head(topic) - most + 1), Math::max);
  }

  List<Event> of(Topic topic) {
    return topics.getOrDefault(topic, List.of());
  }

  long head(Topic topic) {
    return of(topic).size();
  }

  long head() {
    return events.size();
  }

  long first(Topic topic) {
    return firsts.getOrDefault(topic, 1L);
  }

  boolean keeps(Event event) {
    return event.seq() >= first(event.topic());
  }

  boolean has(Event event) {
    return event.offset() <= head() && events.get((int) event.offset() - 1).equals(event);
  }

  /** The seq of the next event of a topic for one who stands at the cursor. */
  long nextAfter(Cursor cursor, Topic topic) {
    long seen =
        of(topic).stream().filter(event -> event.offset() <= cursor.offset()).count();
    return Math.max(seen, cursor.ahead().getOrDefault(topic, 0L)) + 1;
  }
}
