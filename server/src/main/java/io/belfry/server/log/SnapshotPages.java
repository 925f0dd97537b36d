package io.belfry.server.log;

import io.belfry.service.Content;
import io.belfry.service.Mode;
import io.belfry.service.Selection;
import io.belfry.service.Snapshot;
import io.belfry.service.Snapshots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Pages of contents. */
final class SnapshotPages {

  /** How many contents are fetched at once; not more, since they may be large. */
  private static final int FETCH = 16;

  private final Handle handle;
  private final LogRow log;
  private final LogConfig config;
  private final List<Snapshot> page = new ArrayList<>();
  private long bytes;

  private SnapshotPages(Handle handle, LogConfig config) {
    this.handle = handle;
    this.log = LogRow.read(handle);
    this.config = config;
  }

  static Snapshots page(Handle handle, Selection selection, LogConfig config) {
    return new SnapshotPages(handle, config).read(selection);
  }

  private Snapshots read(Selection selection) {
    List<TopicRow> rows = TopicPages.known(handle, selection);
    List<TopicRow> wanted = rows.subList(0, Math.min(rows.size(), selection.limit()));
    boolean isFull = false;
    for (int from = 0; from < wanted.size() && !isFull; from += FETCH) {
      isFull = !add(wanted.subList(from, Math.min(wanted.size(), from + FETCH)));
    }
    return new Snapshots(log.epoch(), log.head(), page, page.size() < rows.size());
  }

  /** Adds snapshots of topics until the page is full. */
  private boolean add(List<TopicRow> topics) {
    Map<Long, Content> last = lastContents(topics);
    for (TopicRow topic : topics) {
      Snapshot snapshot = snapshot(topic, last);
      bytes += snapshot.content().payload().size();
      if (bytes > config.maxPage() && !page.isEmpty()) {
        return false;
      }
      page.add(snapshot);
    }
    return true;
  }

  private Snapshot snapshot(TopicRow topic, Map<Long, Content> last) {
    if (topic.head() == 0) {
      return new Snapshot(log.epoch(), topic.topic(), topic.mode(), 0, 1, Content.of(""));
    }
    if (topic.mode() == Mode.APPEND) {
      return Appended.read(handle, topic, config.maxSnapshot()).snapshot(log.epoch(), topic);
    }
    Content content = last.get(topic.headOffset());
    if (content == null) {
      throw new IllegalStateException("the last event of '" + topic.topic() + "' is missing");
    }
    return new Snapshot(
        log.epoch(), topic.topic(), topic.mode(), topic.head(), topic.head(), content);
  }

  /** By offset. */
  private Map<Long, Content> lastContents(List<TopicRow> topics) {
    List<Long> offsets = topics.stream()
        .filter(topic -> topic.mode() == Mode.REPLACE && topic.head() > 0)
        .map(TopicRow::headOffset)
        .toList();
    Map<Long, Content> contents = new HashMap<>();
    if (!offsets.isEmpty()) {
      handle
          .createQuery("SELECT event_offset, type, content FROM event"
              + " WHERE event_offset IN (<offsets>)")
          .bindList("offsets", offsets)
          .map((row, context) -> Map.entry(row.getLong(1), EventRows.content(row, 2)))
          .forEach(entry -> contents.put(entry.getKey(), entry.getValue()));
    }
    return contents;
  }
}
