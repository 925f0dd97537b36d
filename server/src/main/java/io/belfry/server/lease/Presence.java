package io.belfry.server.lease;

import io.belfry.server.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Which servers share a store, as far as they have been heard of. Safe for any thread; all
 * operations block, and throw a {@code StoreException} where the database fails.
 */
public final class Presence {

  /** After how long without a word a server counts as gone. */
  public static final Duration LATELY = Duration.ofSeconds(10);

  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final Store store;
  private final String name;
  private final DatabaseClock clock;

  /**
   * A server among those that share a store.
   *
   * @param store what they share
   * @param name the server's own name
   */
  public Presence(Store store, String name) {
    this(store, name, InstantSource.system());
  }

  /** With the time of this server, which counts for a store that only it can have. */
  Presence(Store store, String name, InstantSource own) {
    this.store = store;
    this.name = name;
    this.clock = new DatabaseClock(store.dialect(), own);
  }

  /** Says that this server is there; to be said every few seconds. */
  public void tick() {
    store.inTransaction(handle -> {
      long now = clock.millis(handle);
      handle.execute(
          "INSERT INTO server (name, heard) VALUES (?, ?)"
              + " ON CONFLICT (name) DO UPDATE SET heard = excluded.heard",
          name,
          now);
      return handle.execute("DELETE FROM server WHERE heard < ?", now - FORGOTTEN.toMillis());
    });
  }

  /** Says that this server is there no longer. */
  public void leave() {
    store.inTransaction(handle -> handle.execute("DELETE FROM server WHERE name = ?", name));
  }

  /**
   * Who was heard of in the last {@link #LATELY}.
   *
   * @return their names, in order
   */
  public List<String> servers() {
    return store.read(handle -> handle
        .createQuery("SELECT name FROM server WHERE heard >= ? ORDER BY name")
        .bind(0, clock.millis(handle) - LATELY.toMillis())
        .mapTo(String.class)
        .list());
  }
}
