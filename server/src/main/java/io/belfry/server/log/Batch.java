package io.belfry.server.log;

import io.belfry.message.Topic;
import io.belfry.server.store.Dialect;
import io.belfry.service.Event;
import io.belfry.service.Published;
import io.belfry.service.ServiceException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * What becomes of some publications that are written in one transaction. The lock on the log's row
 * puts those of all servers in one order, and is held until they are committed: so nobody sees an
 * offset before he sees all that come before it.
 */
final class Batch {

  private final LogRow log;
  private final long at;
  private final List<Placed> placed = new ArrayList<>();
  private final Map<String, Placed> keyed = new HashMap<>();

  /** By the topic's key: how many events it gets here, and the offset of the last. */
  private final Map<Long, long[]> tallies = new HashMap<>();

  /** What to tell, in the order of the publications; to be asked when all is placed. */
  private final List<Supplier<Published>> outcomes = new ArrayList<>();

  private Batch(LogRow log, long at) {
    this.log = log;
    this.at = at;
  }

  /** Writes the publications; those that are refused do not hold up the others. */
  static Batch write(Handle handle, Dialect dialect, TopicIds ids, List<Pending> pending, long at)
      throws SQLException {
    LogRow log = LogRow.lock(handle, dialect);
    Map<String, Long> topics = ids.of(handle, pending);
    Map<String, KeyRow> keys = KeyRow.find(handle, pending);
    Batch batch = new Batch(log, at);
    pending.forEach(each -> batch.plan(each, topics, keys));
    if (!batch.placed.isEmpty()) {
      batch.number(handle);
      EventRows.insert(handle, batch.placed, at);
      KeyRow.insert(handle, List.copyOf(batch.keyed.values()), at);
      batch.moveHead(handle);
    }
    return batch;
  }

  /** The offset of the last event. */
  long head() {
    return log.head() + placed.size();
  }

  String epoch() {
    return log.epoch();
  }

  /** What has become of a publication. Throws what it was refused with. */
  Published outcome(int index) {
    return outcomes.get(index).get();
  }

  List<Event> events() {
    return placed.stream().map(each -> each.event(log.epoch(), at)).toList();
  }

  private void plan(Pending pending, Map<String, Long> topics, Map<String, KeyRow> keys) {
    Topic topic = pending.publication().topic();
    Long id = topics.get(topic.name());
    if (id == null) {
      refuse(Refusals.unknown(topic));
      return;
    }
    String key = pending.publication().key().orElse("");
    KeyRow before = keys.get(key);
    Placed here = keyed.get(key);
    if (before != null) {
      repeat(before.isOf(pending, id), () -> published(before));
    } else if (here != null) {
      repeat(here.isOf(pending, id), () -> here.published(log.epoch(), at, true));
    } else {
      place(pending, id, key);
    }
  }

  private void place(Pending pending, long id, String key) {
    long offset = head() + 1;
    long[] tally = tallies.computeIfAbsent(id, none -> new long[2]);
    tally[0]++;
    tally[1] = offset;
    Placed event = new Placed(pending, id, offset, tally[0]);
    placed.add(event);
    if (!key.isEmpty()) {
      keyed.put(key, event);
    }
    outcomes.add(() -> event.published(log.epoch(), at, false));
  }

  private void repeat(boolean isSame, Supplier<Published> first) {
    if (isSame) {
      outcomes.add(first);
    } else {
      refuse(Refusals.keyReused());
    }
  }

  private void refuse(ServiceException reason) {
    outcomes.add(() -> {
      throw reason;
    });
  }

  private Published published(KeyRow first) {
    return new Published(
        log.epoch(), first.offset(), first.seq(), Instant.ofEpochMilli(first.at()), true);
  }

  /** Takes seqs from the rows of the topics. */
  private void number(Handle handle) {
    List<long[]> rows = tallies.entrySet().stream()
        .map(tally -> new long[] {tally.getKey(), tally.getValue()[0], tally.getValue()[1], at})
        .toList();
    Map<Long, Long> heads = new HashMap<>();
    for (int from = 0; from < rows.size(); from += Rows.MOST) {
      heads.putAll(TopicRows.advance(
          handle, rows.subList(from, Math.min(rows.size(), from + Rows.MOST))));
    }
    Map<Long, Long> before = new HashMap<>();
    tallies.forEach((topic, tally) -> before.put(topic, headOf(topic, heads) - tally[0]));
    placed.forEach(event -> event.follow(before.getOrDefault(event.topic(), 0L)));
  }

  private static long headOf(long topic, Map<Long, Long> heads) {
    Long head = heads.get(topic);
    if (head == null) {
      throw new IllegalStateException("a topic has vanished from the database");
    }
    return head;
  }

  private void moveHead(Handle handle) {
    long bytes = placed.stream().mapToLong(each -> each.pending().size()).sum();
    handle.execute(
        "UPDATE log SET head = ?, kept_events = kept_events + ?, kept_bytes = kept_bytes + ?"
            + " WHERE id = 1",
        head(),
        placed.size(),
        bytes);
  }
}
