package io.belfry.server.log;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Content;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Heads;
import io.belfry.service.Mode;
import io.belfry.service.Publication;
import io.belfry.service.Published;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import io.belfry.service.Snapshot;
import io.belfry.service.Snapshots;
import io.belfry.service.TopicSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a log is, said as simply as possible: a list of all events, some of which are gone. */
final class ModelLog {

  private static final Comparator<Topic> BY_CODE_POINTS = (one, other) -> Arrays.compare(
      one.name().codePoints().toArray(), other.name().codePoints().toArray());

  private final String epoch;
  private final TreeMap<Topic, TopicSpec> topics = new TreeMap<>(BY_CODE_POINTS);
  private final List<Event> events = new ArrayList<>();
  private final List<Event> gone = new ArrayList<>();
  private final Map<String, Event> keys = new HashMap<>();

  ModelLog(String epoch) {
    this.epoch = epoch;
  }

  long head() {
    return events.size();
  }

  TopicSpec create(TopicSpec spec) {
    TopicSpec present = topics.putIfAbsent(spec.topic(), spec);
    if (present != null && !present.equals(spec)) {
      throw Refusals.exists(spec.topic());
    }
    return spec;
  }

  Published append(Publication publication, Instant at) {
    requireKnown(publication.topic());
    Event first = publication.key().map(keys::get).orElse(null);
    if (first != null) {
      if (!first.topic().equals(publication.topic())
          || !first.content().equals(publication.content())) {
        throw Refusals.keyReused();
      }
      return new Published(epoch, first.offset(), first.seq(), first.at(), true);
    }
    Topic topic = publication.topic();
    Event event = new Event(epoch, head() + 1, topic, head(topic) + 1, at, publication.content());
    events.add(event);
    publication.key().ifPresent(key -> keys.put(key, event));
    return new Published(epoch, event.offset(), event.seq(), at, false);
  }

  Replayed replay(Replay.OfTopic query) {
    requireKnown(query.topic());
    long head = head(query.topic());
    long to = Math.min(query.to(), head);
    List<Event> found = kept().stream()
        .filter(event -> event.topic().equals(query.topic()))
        .filter(event -> event.seq() >= query.from() && event.seq() <= to)
        .limit(query.limit())
        .toList();
    long lastGone = Math.min(to, lastGone(query.topic()));
    List<Gap> gaps = query.from() > lastGone
        ? List.of()
        : List.of(Gap.expired(epoch, query.topic(), query.from(), lastGone));
    return new Replayed(
        epoch, found, gaps, found.isEmpty() ? to : found.get(found.size() - 1).seq(), head);
  }

  Replayed replay(Replay.OfLog query) {
    if (query.after() > head()) {
      throw Refusals.beyond(query.after(), head());
    }
    List<Event> found = kept().stream()
        .filter(event -> event.offset() > query.after() && query.filter().matches(event.topic()))
        .limit(query.limit())
        .toList();
    long through =
        found.size() < query.limit() ? head() : found.get(found.size() - 1).offset();
    List<Event> ends = lastGone().values().stream()
        .filter(event -> query.filter().matches(event.topic()))
        .filter(event -> event.offset() > query.after() && event.offset() <= through)
        .sorted(Comparator.comparing(Event::offset))
        .toList();
    List<Event> told = ends.stream().limit(query.limit()).toList();
    long end = told.size() < ends.size() ? told.get(told.size() - 1).offset() : through;
    return new Replayed(
        epoch,
        found.stream().filter(event -> event.offset() <= end).toList(),
        told.stream()
            .map(
                event -> Gap.expired(epoch, event.topic(), query.after() == 0 ? 1 : 0, event.seq()))
            .toList(),
        end,
        head());
  }

  Snapshots snapshot(Selection selection) {
    List<Topic> selected = selected(selection);
    return new Snapshots(
        epoch,
        head(),
        selected.stream().limit(selection.limit()).map(this::snapshot).toList(),
        selected.size() > selection.limit());
  }

  Heads heads(Selection selection) {
    List<Topic> selected = selected(selection);
    Map<Topic, Long> heads = new LinkedHashMap<>();
    selected.stream().limit(selection.limit()).forEach(topic -> heads.put(topic, head(topic)));
    return new Heads(epoch, head(), heads, selected.size() > selection.limit());
  }

  void housekeep(int most) {
    int tooMany = events.size() - gone.size() - most;
    for (Event event : kept()) {
      if (tooMany > 0 && event.seq() < head(event.topic())) {
        gone.add(event);
        tooMany--;
      }
    }
  }

  private Snapshot snapshot(Topic topic) {
    List<Event> all =
        kept().stream().filter(event -> event.topic().equals(topic)).toList();
    Mode mode = topics.get(topic).mode();
    if (all.isEmpty()) {
      return new Snapshot(epoch, topic, mode, 0, 1, Content.of(""));
    }
    List<Event> in = mode == Mode.APPEND ? all : all.subList(all.size() - 1, all.size());
    String text = in.stream()
        .map(event -> event.content().payload().text())
        .collect(Collectors.joining("\n"));
    return new Snapshot(epoch, topic, mode, head(topic), in.get(0).seq(), Content.of(text));
  }

  private List<Topic> selected(Selection selection) {
    TopicFilter filter = selection.filter();
    if (!filter.hasWildcard()) {
      requireKnown(new Topic(filter.pattern()));
    }
    return topics.keySet().stream()
        .filter(filter::matches)
        .filter(topic -> selection.after().isEmpty()
            || BY_CODE_POINTS.compare(topic, selection.after().get()) > 0)
        .toList();
  }

  private List<Event> kept() {
    return events.stream().filter(event -> !gone.contains(event)).toList();
  }

  private long head(Topic topic) {
    return events.stream().filter(event -> event.topic().equals(topic)).count();
  }

  private long lastGone(Topic topic) {
    Event last = lastGone().get(topic);
    return last == null ? 0 : last.seq();
  }

  private Map<Topic, Event> lastGone() {
    Map<Topic, Event> last = new HashMap<>();
    gone.stream()
        .sorted(Comparator.comparing(Event::offset))
        .forEach(event -> last.put(event.topic(), event));
    return last;
  }

  private void requireKnown(Topic topic) {
    if (!topics.containsKey(topic)) {
      throw Refusals.unknown(topic);
    }
  }
}
