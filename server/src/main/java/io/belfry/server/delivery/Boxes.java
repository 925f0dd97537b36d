package io.belfry.server.delivery;

import io.belfry.message.Topic;
import io.belfry.server.log.EventLog;
import io.belfry.server.mailbox.MailCursor;
import io.belfry.server.mailbox.MailCursors;
import io.belfry.server.matching.FilterIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The cursors of this server's shards, in memory, and for which of them something was published.
 * What is published costs one question to the log and a look into an index, however many there are
 * that it is not for. For one thread.
 */
final class Boxes {

  private static final int PAGE = 5_000;

  private final EventLog log;
  private final MailCursors cursors;
  private final Consumer<Box> ready;
  private final Map<Long, Box> all = new HashMap<>();
  private final FilterIndex<Box> index = new FilterIndex<>();

  /** Up to which offset everything published was looked at. */
  private long seen;

  private long version;

  /** Tells of boxes that have something coming. */
  Boxes(EventLog log, MailCursors cursors, Consumer<Box> ready) {
    this.log = log;
    this.cursors = cursors;
    this.ready = ready;
    this.version = cursors.version();
    this.seen = log.refreshHead();
  }

  /** Reads what a shard has. */
  void load(int shard) {
    long last = 0;
    List<MailCursor> page;
    do {
      page = cursors.ofShard(shard, last, PAGE);
      admit(page);
      last = page.isEmpty() ? last : page.get(page.size() - 1).id();
    } while (page.size() == PAGE);
  }

  /** Forgets what is in none of these shards. */
  void keepOnly(Set<Integer> shards) {
    List.copyOf(all.values()).stream()
        .filter(box -> !shards.contains(box.shard))
        .forEach(this::forget);
  }

  /** Learns what has been registered, confirmed, or changed by hand, here or at other servers. */
  void learn(Set<Integer> shards) {
    List<MailCursor> changed = cursors.changedSince(version);
    List<MailCursor> wanted = new ArrayList<>();
    for (MailCursor cursor : changed) {
      version = Math.max(version, cursor.version());
      Box known = all.get(cursor.id());
      if (known != null && known.isUnderWay) {
        known.isChanged = true; // Or it would be sent twice; it is read again when it is back.
      } else if (shards.contains(cursor.shard())) {
        Optional.ofNullable(known).ifPresent(this::forget);
        wanted.add(cursor);
      }
    }
    admit(wanted);
  }

  /** Reads a box anew. */
  void reload(Box box) {
    boolean isMine = !box.isForgotten;
    forget(box);
    if (isMine) {
      admit(cursors.find(box.id).stream().toList());
    }
  }

  /** Learns what has been published. */
  void follow() {
    long before = seen;
    seen = log.advances(before, (topic, offset) -> {
      for (Box box : index.match(topic)) {
        box.want(offset, before);
        announce(box);
      }
    });
  }

  /** Takes a box out, for good. */
  void forget(Box box) {
    box.isForgotten = true;
    if (all.remove(box.id, box)) {
      index.remove(box.filter, box);
    }
  }

  /** The oldest offset that the mailboxes of each shard may still need. */
  Map<Integer, Long> neededFrom(Set<Integer> shards) {
    Map<Integer, Long> needed = new HashMap<>();
    shards.forEach(shard -> needed.put(shard, seen + 1));
    cursors
        .held()
        .forEach((shard, position) ->
            needed.computeIfPresent(shard, (same, other) -> Math.min(other, position + 1)));
    for (Box box : all.values()) {
      if (box.isConfirmed && box.hasSomething()) {
        needed.merge(box.shard, box.position + 1, Math::min);
      }
    }
    return needed;
  }

  private void admit(Collection<MailCursor> page) {
    FilterIndex<Box> fresh = new FilterIndex<>();
    List<Box> boxes = new ArrayList<>();
    long oldest = Long.MAX_VALUE;
    for (MailCursor cursor : page) {
      if (cursor.isActive()) {
        Box box = new Box(cursor);
        boxes.add(box);
        fresh.add(box.filter, box);
        oldest = Math.min(oldest, box.isConfirmed ? box.position : Long.MAX_VALUE);
      }
    }
    if (oldest < Long.MAX_VALUE) {
      log.advances(oldest, (topic, offset) -> want(fresh, topic, offset));
    }
    for (Box box : boxes) {
      all.put(box.id, box);
      if (box.isConfirmed) {
        index.add(box.filter, box);
      }
      announce(box);
    }
  }

  private static void want(FilterIndex<Box> fresh, Topic topic, long offset) {
    for (Box box : fresh.match(topic)) {
      box.wanted = Math.max(box.wanted, offset);
    }
  }

  private void announce(Box box) {
    if (box.hasSomething() && !box.isUnderWay) {
      ready.accept(box);
    }
  }
}
