package io.belfry.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.beds.OnEachStore;
import io.belfry.server.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filters in the database, and their image in memory. */
class SharedFiltersTest extends OnEachStore {

  private static final Topic BELL = new Topic("bell");
  private static final TopicFilter FILTER = new TopicFilter("bell");

  private static final int KEPT = 50;

  private Store store;

  @BeforeEach
  void begin() {
    store = bed.store();
  }

  @Test
  void who_is_far_behind_reads_them_all_again() {
    SharedFilters late = filters();
    assertThat(late.count(BELL)).isZero();
    insert(1);
    SharedFilters first = filters();
    // More changes than are remembered, of filters that are gone by now.
    store.inTransaction(handle -> {
      for (long i = 2; i < KEPT; i++) {
        long version = first.next(handle);
        first.add(handle, version, i, FILTER);
        first.remove(handle, first.next(handle), i, FILTER);
      }
      return true;
    });
    long kept = store.read(handle -> handle
        .createQuery("SELECT count(*) FROM filter_change")
        .mapTo(Long.class)
        .one());
    assertThat(kept).isLessThan(3 * KEPT);
    late.expire();
    assertThat(late.count(BELL)).isEqualTo(1);
  }

  @Test
  void a_change_that_is_rolled_back_is_not_seen() {
    SharedFilters filters = filters();
    assertThat(filters.count(BELL)).isZero();
    try {
      store.inTransaction(handle -> {
        filters.add(handle, filters.next(handle), 1, FILTER);
        throw new IllegalStateException("no");
      });
    } catch (IllegalStateException e) {
      // As it was meant.
    }
    filters.expire();
    assertThat(filters.count(BELL)).isZero();
    assertThat(filters.size()).isZero();
  }

  private SharedFilters filters() {
    return new SharedFilters(store, "subscription", "SELECT id, filter FROM subscription", KEPT);
  }

  private void insert(long fence) {
    store.inTransaction(handle -> handle.execute(
        "INSERT INTO subscription (owner, subscriber, filter, maker, fence, epoch, cursor_offset,"
            + " cursor_text, touched) VALUES ('', 's', 'bell', 1, ?, 'e', 0, 'e/0', 0)",
        fence));
  }
}
