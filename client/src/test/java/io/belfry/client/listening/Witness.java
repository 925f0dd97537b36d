package io.belfry.client.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Snapshot;
import io.belfry.service.Start;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what a listener got against the log, through all the listener's lives. */
final class Witness {

  private final TopicFilter filter;

  /** All logs that there have been, the current one last. */
  private final List<ModelLog> logs;

  private final Map<Topic, Long> next = new HashMap<>();
  private final Set<Topic> old = new HashSet<>();
  private Start start;
  private int current;
  private boolean isBlank = true;
  private boolean mayShow;
  private boolean hasResumed;
  int events;
  int gaps;
  int renewals;

  Witness(TopicFilter filter, List<ModelLog> logs, Start start) {
    this.filter = filter;
    this.logs = logs;
    this.start = start;
    this.current = logs.size() - 1;
    this.old.addAll(log().topics.keySet());
    this.mayShow = start instanceof Start.Now;
  }

  void returnedFrom(Delivery delivery) {
    if (delivery instanceof Delivery.OfEvent one) {
      see(one.event());
    } else if (delivery instanceof Delivery.OfSnapshot one) {
      see(one.snapshot());
    } else if (delivery instanceof Delivery.OfGap one) {
      see(one.gap());
    } else if (delivery instanceof Delivery.Beginning one && !(start instanceof Start.After)) {
      begin(one);
    }
  }

  private void begin(Delivery.Beginning beginning) {
    while (!log().epoch.equals(beginning.epoch())) {
      current++;
    }
  }

  /** The subscriber comes back where the service remembers it. */
  void rewind(Cursor cursor) {
    next.clear();
    start = new Start.After(cursor);
  }

  /** The cursor tells exactly what was seen. */
  void requireExact(Cursor cursor) {
    if (cursor.epoch().equals(Progress.NOWHERE.epoch())) {
      assertThat(isBlank).as("nothing was given before there was a cursor").isTrue();
      return;
    }
    assertThat(cursor.epoch()).isEqualTo(log().epoch);
    log().topics.keySet().stream()
        .filter(filter::matches)
        .filter(topic -> next.containsKey(topic) || !(start instanceof Start.From))
        .forEach(topic -> assertThat(log().nextAfter(cursor, topic))
            .as("the next one of %s after %s", topic, cursor)
            .isEqualTo(nextOf(topic)));
  }

  /** The cursor does not claim more than was seen. */
  void requireNotBeyond(Cursor cursor) {
    log().topics.keySet().stream()
        .filter(filter::matches)
        .forEach(topic -> assertThat(log().nextAfter(cursor, topic))
            .as("the next one of %s after %s", topic, cursor)
            .isLessThanOrEqualTo(nextOf(topic)));
  }

  /** Goes on with a cursor after a crash. */
  void resume(Cursor cursor) {
    isBlank = true;
    hasResumed = true;
    if (cursor.epoch().equals(Progress.NOWHERE.epoch())) {
      start = new Start.After(cursor);
    }
  }

  void requireComplete() {
    ModelLog last = logs.get(logs.size() - 1);
    if (log() != last) {
      next.forEach((topic, seq) -> assertThat(seq)
          .as("nothing of %s was seen that is in the log no more", topic)
          .isLessThanOrEqualTo(last.head(topic) + 1));
      current = logs.size() - 1;
    }
    last.topics.keySet().stream()
        .filter(filter::matches)
        .filter(topic -> last.head(topic) > 0)
        .forEach(topic -> assertThat(nextOf(topic))
            .as("the end of %s", topic)
            .isEqualTo(endOf(topic, last.head(topic))));
  }

  private long endOf(Topic topic, long head) {
    return start instanceof Start.From from && next.getOrDefault(topic, from.seq()) >= from.seq()
        ? Math.max(head + 1, next.getOrDefault(topic, from.seq()))
        : head + 1;
  }

  private void see(Event event) {
    events++;
    isBlank = false;
    assertThat(filter.matches(event.topic())).isTrue();
    while (!log().has(event)) {
      assertThat(current).as("the log that has %s", event).isLessThan(logs.size() - 1);
      requireSameSoFar(logs.get(current + 1));
      current++;
    }
    if (!next.containsKey(event.topic()) && isYoung(event.topic()) && event.seq() == 1) {
      next.put(event.topic(), 1L);
    }
    assertThat(event.seq())
        .as("the next one of %s", event.topic())
        .isEqualTo(nextOf(event.topic()));
    next.put(event.topic(), event.seq() + 1);
  }

  /** With nothing told, the log may be another only if what was seen is in both. */
  private void requireSameSoFar(ModelLog other) {
    next.forEach((topic, seq) -> {
      assertThat(seq).isLessThanOrEqualTo(other.head(topic) + 1);
      if (seq > 1 && log().head(topic) >= seq - 1) {
        assertThat(other.of(topic).get((int) (seq - 2)))
            .isEqualTo(log().of(topic).get((int) (seq - 2)));
      }
    });
  }

  private void see(Snapshot snapshot) {
    isBlank = false;
    assertThat(mayShow).as("a snapshot is wanted").isTrue();
    assertThat(next).doesNotContainKey(snapshot.topic());
    assertThat(logs.subList(current, logs.size()))
        .anySatisfy(log -> assertThat(snapshot.seq() == 0
                || log.head(snapshot.topic()) >= snapshot.seq()
                    && log.of(snapshot.topic())
                        .get((int) snapshot.seq() - 1)
                        .content()
                        .equals(snapshot.content()))
            .isTrue());
    next.put(snapshot.topic(), snapshot.seq() + 1);
  }

  private void see(Gap gap) {
    if (gap.reason() == Gap.Reason.NEW_LOG) {
      renew(gap);
      return;
    }
    gaps++;
    isBlank = false;
    Topic topic = gap.topic().orElseThrow();
    if (!next.containsKey(topic) && isYoung(topic) && gap.from() == 1) {
      next.put(topic, 1L);
    }
    assertThat(gap.to()).isGreaterThanOrEqualTo(nextOf(topic));
    boolean isFirstLife = !hasResumed && !(start instanceof Start.After);
    if (gap.from() > 0 || isFirstLife) {
      assertThat(gap.from()).as("the beginning of %s", gap).isEqualTo(nextOf(topic));
    }
    assertThat(logs.subList(current, logs.size()))
        .as("%s is true", gap)
        .anyMatch(log -> log.first(topic) > gap.to());
    next.put(topic, gap.to() + 1);
  }

  private void renew(Gap gap) {
    renewals++;
    int later = -1;
    for (int i = current; i < logs.size(); i++) {
      later = logs.get(i).epoch.equals(gap.epoch()) && (i > current || isFirst()) ? i : later;
    }
    assertThat(later).as("%s is true", gap).isGreaterThanOrEqualTo(0);
    current = later;
    isBlank = false;
    mayShow = true;
    next.clear();
    start = new Start.After(Cursor.at(gap.epoch(), 0));
  }

  /** Whether it has begun with a cursor of another log. */
  private boolean isFirst() {
    return start instanceof Start.After after && !after.cursor().epoch().equals(log().epoch);
  }

  private boolean isYoung(Topic topic) {
    return start instanceof Start.From && !old.contains(topic);
  }

  /** Whether it saw something that the current log does not have, and was not told. */
  boolean isMisled() {
    ModelLog last = logs.get(logs.size() - 1);
    return log() != last
        && next.entrySet().stream().anyMatch(one -> one.getValue() > last.head(one.getKey()) + 1);
  }

  private ModelLog log() {
    return logs.get(current);
  }

  private long nextOf(Topic topic) {
    return next.getOrDefault(topic, firstOf(topic));
  }

  private long firstOf(Topic topic) {
    if (start instanceof Start.From from) {
      return from.seq();
    }
    return start instanceof Start.After after && after.cursor().epoch().equals(log().epoch)
        ? log().nextAfter(after.cursor(), topic)
        : 1;
  }
}
