package io.belfry.server.log;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Heads;
import io.belfry.service.Selection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Pages of topics, without their content. */
final class TopicPages {

  private TopicPages() {}

  static TopicStates states(Handle handle, Selection selection) {
    List<TopicRow> rows = TopicRows.select(handle, selection);
    return new TopicStates(
        rows.stream().limit(selection.limit()).map(TopicRow::state).toList(),
        rows.size() > selection.limit());
  }

  static Heads heads(Handle handle, Selection selection) {
    LogRow log = LogRow.read(handle);
    List<TopicRow> rows = known(handle, selection);
    Map<Topic, Long> heads = new LinkedHashMap<>();
    rows.stream().limit(selection.limit()).forEach(row -> heads.put(row.topic(), row.head()));
    return new Heads(log.epoch(), log.head(), heads, rows.size() > selection.limit());
  }

  static Optional<Changes> changes(Handle handle, long offset, int limit) {
    LogRow log = LogRow.read(handle);
    Map<Topic, Long> heads = new HashMap<>();
    TopicRows.changed(handle, new TopicFilter("#"), offset, limit + 1)
        .forEach(row -> heads.put(row.topic(), row.head()));
    return heads.size() > limit
        ? Optional.empty()
        : Optional.of(new Changes(log.epoch(), log.head(), heads));
  }

  /** Topics, and one more if there are more; refuses a topic by name that there is not. */
  static List<TopicRow> known(Handle handle, Selection selection) {
    List<TopicRow> rows = TopicRows.select(handle, selection);
    TopicFilter filter = selection.filter();
    if (rows.isEmpty() && !filter.hasWildcard()) {
      Topic topic = new Topic(filter.pattern());
      if (TopicRows.find(handle, topic).isEmpty()) {
        throw Refusals.unknown(topic);
      }
    }
    return rows;
  }
}
