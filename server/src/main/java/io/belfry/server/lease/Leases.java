package io.belfry.server.lease;

import io.belfry.server.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Leases by name, so that of several servers one at a time does a piece of work, and another goes
 * on when that one is gone. A lease alone keeps nobody from writing who was stalled beyond its end:
 * to be sure, the transaction that does the work calls {@link #requireHeld}.
 *
 * <p>Safe for any thread; all operations block, and throw a {@code StoreException} where the
 * database fails.
 */
public final class Leases {

  private final Store store;
  private final DatabaseClock clock;

  /**
   * Leases in a store.
   *
   * @param store where they are
   */
  public Leases(Store store) {
    this(store, InstantSource.system());
  }

  /** With the time of this server, which counts for a store that only it can have. */
  Leases(Store store, InstantSource own) {
    this.store = store;
    this.clock = new DatabaseClock(store.dialect(), own);
  }

  /**
   * Takes a lease that is free, or was the holder's already; then it gets a new fence all the same,
   * since a server may come back under its name while its former self is not quite gone.
   *
   * @param name which work
   * @param holder who wants it
   * @param duration for how long
   * @return the lease; nothing while another has it
   */
  public Optional<Lease> acquire(String name, String holder, Duration duration) {
    return store.inTransaction(handle -> {
      handle.execute(
          "INSERT INTO lease (name, holder, fence, held_until) VALUES (?, ?, 0, 0)"
              + " ON CONFLICT (name) DO NOTHING",
          name,
          holder);
      Held row = lock(handle, name).orElseThrow();
      long now = clock.millis(handle);
      if (row.until() > now && !row.holder().equals(holder)) {
        return Optional.empty();
      }
      return Optional.of(write(handle, name, holder, row.fence() + 1, now + duration.toMillis()));
    });
  }

  /**
   * Keeps a lease for longer.
   *
   * @param lease what the holder has
   * @param duration for how long from now on
   * @return the lease with its new end; nothing if it has ended, or another has it
   */
  public Optional<Lease> renew(Lease lease, Duration duration) {
    return store.inTransaction(handle -> isHeld(handle, lease)
        ? Optional.of(write(
            handle,
            lease.name(),
            lease.holder(),
            lease.fence(),
            clock.millis(handle) + duration.toMillis()))
        : Optional.empty());
  }

  /**
   * Keeps several leases for longer, at the cost of one.
   *
   * @param held what the holder has
   * @param duration for how long from now on
   * @return those that it still has, with their new ends
   */
  public List<Lease> renew(Collection<Lease> held, Duration duration) {
    return store.inTransaction(handle -> inOrder(held)
        .filter(lease -> isHeld(handle, lease))
        .map(lease -> write(
            handle,
            lease.name(),
            lease.holder(),
            lease.fence(),
            clock.millis(handle) + duration.toMillis()))
        .toList());
  }

  /**
   * Who holds what.
   *
   * @param prefix with which the names begin
   * @return all leases of such a name that have not ended
   */
  public List<Lease> held(String prefix) {
    return store.read(handle -> handle
        .createQuery("SELECT name, holder, fence, held_until FROM lease"
            + " WHERE name >= ? AND name < ? AND held_until > ? ORDER BY name")
        .bind(0, prefix)
        .bind(1, prefix + Character.MAX_VALUE)
        .bind(2, clock.millis(handle))
        .map((row, context) -> new Lease(
            row.getString(1),
            row.getString(2),
            row.getLong(3),
            Instant.ofEpochMilli(row.getLong(4))))
        .list());
  }

  /** Always the same order, so that two who need the same ones do not wait for each other. */
  private static Stream<Lease> inOrder(Collection<Lease> leases) {
    return leases.stream().sorted(Comparator.comparing(Lease::name));
  }

  /**
   * Gives a lease back, if the holder still has it.
   *
   * @param lease what the holder has
   */
  public void release(Lease lease) {
    store.inTransaction(handle -> handle.execute(
        "UPDATE lease SET held_until = 0 WHERE name = ? AND holder = ? AND fence = ?",
        lease.name(),
        lease.holder(),
        lease.fence()));
  }

  /**
   * Makes sure that a transaction writes only if the lease is still held. Nobody else can take it
   * until the transaction ends.
   *
   * @param handle the transaction that does the work
   * @param lease what the holder has
   * @throws LeaseLostException if it has ended, or another has it; to be let through, so that the
   *     transaction is rolled back
   */
  public void requireHeld(Handle handle, Lease lease) {
    if (!isHeld(handle, lease)) {
      throw new LeaseLostException(lease);
    }
  }

  private boolean isHeld(Handle handle, Lease lease) {
    return lock(handle, lease.name())
        .filter(row -> row.fence() == lease.fence() && row.holder().equals(lease.holder()))
        .filter(row -> row.until() > clock.millis(handle))
        .isPresent();
  }

  private Optional<Held> lock(Handle handle, String name) {
    return handle
        .createQuery("SELECT holder, fence, held_until FROM lease WHERE name = ?"
            + store.dialect().forUpdate())
        .bind(0, name)
        .map((row, context) -> new Held(row.getString(1), row.getLong(2), row.getLong(3)))
        .findOne();
  }

  private static Lease write(Handle handle, String name, String holder, long fence, long until) {
    handle.execute(
        "UPDATE lease SET holder = ?, fence = ?, held_until = ? WHERE name = ?",
        holder,
        fence,
        until,
        name);
    return new Lease(name, holder, fence, Instant.ofEpochMilli(until));
  }

  private record Held(String holder, long fence, long until) {}
}
