package io.belfry.server.delivery;

import io.belfry.server.lease.Lease;
import io.belfry.server.lease.LeaseLostException;
import io.belfry.server.lease.Leases;
import io.belfry.server.mailbox.MailCursors;
import io.belfry.server.mailbox.Settlement;
import io.belfry.server.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Writes down what has come of deliveries, and what is about to be delivered; whatever has gathered
 * in one transaction, and only while the shards are in this server's hands. For one thread.
 */
final class Ledger {

  private final Store store;
  private final Leases leases;
  private final MailCursors cursors;
  private final Shards shards;

  /** From where on the log is needed, as it was last written. */
  private Map<Integer, Long> needed = Map.of();

  /** What is not on disk yet. */
  private final List<Entry> open = new ArrayList<>();

  /**
   * What has come of a try.
   *
   * @param box to which mailbox
   * @param settlement what is to be remembered
   */
  record Entry(Box box, Settlement settlement) {}

  Ledger(Store store, Leases leases, MailCursors cursors, Shards shards) {
    this.store = store;
    this.leases = leases;
    this.cursors = cursors;
    this.shards = shards;
  }

  void add(Box box, Settlement settlement) {
    open.add(new Entry(box, settlement));
  }

  /**
   * Writes what is there; tried again next time if the store fails.
   *
   * @return what is on disk now
   */
  List<Entry> write() {
    while (!open.isEmpty()) {
      // Another server has the others, and knows nothing of what was done here.
      open.removeIf(entry -> shards.lease(entry.box().shard).isEmpty());
      List<Entry> written = List.copyOf(open);
      try {
        store.inTransaction(handle -> {
          requireHeld(handle, written.stream().map(Entry::box));
          cursors.settle(handle, written.stream().map(Entry::settlement).toList());
          return true;
        });
        open.clear();
        return written;
      } catch (LeaseLostException e) {
        shards.lose(e.name());
      }
    }
    return List.of();
  }

  /** Writes down up to where notices tell, before they are sent. */
  void plan(Map<Box, Long> planned) {
    if (planned.isEmpty()) {
      return;
    }
    Map<Long, Long> rows = new LinkedHashMap<>();
    planned.forEach((box, through) -> rows.put(box.id, through));
    store.inTransaction(handle -> {
      requireHeld(handle, planned.keySet().stream());
      cursors.plan(handle, rows);
      return true;
    });
    planned.forEach((box, through) -> box.planned = through);
  }

  /** Writes down from where on the log is needed. */
  void needFrom(Map<Integer, Long> offsets) {
    if (offsets.equals(needed)) {
      return;
    }
    store.inTransaction(handle -> {
      offsets.forEach((shard, offset) -> cursors.needFrom(handle, shard, offset));
      return true;
    });
    needed = offsets;
  }

  private void requireHeld(Handle handle, Stream<Box> boxes) {
    List<Lease> needed = boxes
        .map(box -> box.shard)
        .distinct()
        .flatMap(shard -> shards.lease(shard).stream())
        .sorted(Comparator.comparing(Lease::name))
        .toList();
    needed.forEach(lease -> leases.requireHeld(handle, lease));
  }
}
