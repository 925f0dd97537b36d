package io.belfry.server.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.server.beds.Bed;
import io.belfry.server.beds.OnEachStore;
import io.belfry.server.store.Store;
import io.belfry.tck.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that one server does at a time. Where the database has a clock, it runs. */
class LeasesTest extends OnEachStore {

  private static final String WORK = "work";
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final int WORKERS = 3;
  private static final int ROUNDS = 40;

  private Leases leases;

  @BeforeEach
  void begin() {
    leases = new Leases(bed.store(), time);
  }

  @Test
  void one_has_it_and_the_other_has_not() {
    Lease lease = leases.acquire(WORK, "a", LONG).orElseThrow();
    assertThat(lease.holder()).isEqualTo("a");
    assertThat(leases.acquire(WORK, "b", LONG)).isEmpty();
    assertThat(leases.acquire("other", "b", LONG)).isPresent();
  }

  @Test
  void what_is_given_back_can_be_had_at_once() {
    Lease first = leases.acquire(WORK, "a", LONG).orElseThrow();
    leases.release(first);
    Lease second = leases.acquire(WORK, "b", LONG).orElseThrow();
    assertThat(second.fence()).isGreaterThan(first.fence());
    leases.release(first);
    assertThat(leases.acquire(WORK, "a", LONG)).isEmpty();
  }

  @Test
  void what_is_not_renewed_can_be_had_in_time_and_is_lost() {
    Lease first = leases.acquire(WORK, "a", SHORT).orElseThrow();
    Lease second = awaitLease("b");
    assertThat(second.fence()).isGreaterThan(first.fence());
    assertThat(leases.renew(first, LONG)).isEmpty();
  }

  @Test
  void what_is_renewed_is_kept_with_its_fence() {
    Lease first = leases.acquire(WORK, "a", LONG).orElseThrow();
    Lease renewed = leases.renew(first, LONG.multipliedBy(2)).orElseThrow();
    assertThat(renewed.fence()).isEqualTo(first.fence());
    assertThat(renewed.until()).isAfter(first.until());
    time.pass(LONG);
    assertThat(leases.acquire(WORK, "b", LONG)).isEmpty();
  }

  @Test
  void what_has_ended_is_not_renewed_though_nobody_else_wants_it() {
    Lease lease = leases.acquire(WORK, "a", SHORT).orElseThrow();
    time.pass(SHORT);
    Waiting.until("it had ended", () -> !isHeld(lease));
    assertThat(leases.renew(lease, LONG)).isEmpty();
  }

  @Test
  void who_comes_back_under_its_name_fences_its_former_self() {
    Lease before = leases.acquire(WORK, "a", LONG).orElseThrow();
    Lease now = leases.acquire(WORK, "a", LONG).orElseThrow();
    assertThat(isHeld(before)).isFalse();
    assertThat(isHeld(now)).isTrue();
  }

  @Test
  void what_a_stalled_holder_writes_is_refused_as_a_whole() {
    Lease stalled = leases.acquire(WORK, "a", SHORT).orElseThrow();
    awaitLease("b");
    assertThatThrownBy(() -> bed.store().inTransaction(handle -> {
          handle.execute("INSERT INTO server (name, heard) VALUES ('late', 0)");
          leases.requireHeld(handle, stalled);
          return true;
        }))
        .isInstanceOf(LeaseLostException.class);
    long written = bed.store()
        .read(handle ->
            handle.createQuery("SELECT count(*) FROM server").mapTo(Long.class).one());
    assertThat(written).isZero();
  }

  @Test
  void of_many_who_want_it_one_works_at_a_time() throws Exception {
    bed.store()
        .inTransaction(
            handle -> handle.execute("INSERT INTO server (name, heard) VALUES ('sum', 0)"));
    ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<Boolean>> workers = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        String name = "server" + i;
        Store store = kind == Bed.Kind.POSTGRESQL ? bed.another() : bed.store();
        workers.add(threads.submit((Callable<Boolean>) () -> work(store, name)));
      }
      for (Future<Boolean> worker : workers) {
        assertThat(worker.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(sum(bed.store())).isEqualTo(WORKERS * ROUNDS);
  }

  /** Reads in one transaction and writes in another: two at a time would lose from the sum. */
  private boolean work(Store store, String name) {
    Leases its = new Leases(store);
    int done = 0;
    while (done < ROUNDS) {
      Optional<Lease> lease = its.acquire(WORK, name, LONG);
      if (lease.isPresent()) {
        long sum = sum(store);
        store.inTransaction(handle -> {
          its.requireHeld(handle, lease.get());
          return handle.execute("UPDATE server SET heard = ? WHERE name = 'sum'", sum + 1);
        });
        done++;
        its.release(lease.get());
      } else {
        Thread.onSpinWait();
      }
    }
    return true;
  }

  private static long sum(Store store) {
    return store.read(handle -> handle
        .createQuery("SELECT heard FROM server WHERE name = 'sum'")
        .mapTo(Long.class)
        .one());
  }

  /** Takes it when it has ended, which PostgreSQL's own clock tells. */
  private Lease awaitLease(String holder) {
    time.pass(SHORT);
    List<Lease> taken = new ArrayList<>();
    Waiting.until("the lease ended", () -> {
      leases.acquire(WORK, holder, LONG).ifPresent(taken::add);
      return !taken.isEmpty();
    });
    return taken.get(0);
  }

  private boolean isHeld(Lease lease) {
    try {
      return bed.store().inTransaction(handle -> {
        leases.requireHeld(handle, lease);
        return true;
      });
    } catch (LeaseLostException e) {
      return false;
    }
  }
}
