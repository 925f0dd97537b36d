package io.belfry.server.store;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the store is.
 *
 * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE}, without a
 *     password
 * @param user who connects, for PostgreSQL
 * @param password shows that it is them; never shown
 * @param readers how many may read at the same time
 * @param patience how long to wait for a connection, and for locks of others
 */
public record StoreConfig(
    String url, Optional<String> user, Optional<String> password, int readers, Duration patience) {

  private static final int READERS = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * Checks the URL.
   *
   * @throws StoreException if the kind of database is not known, or the URL holds a password
   */
  public StoreConfig {
    Dialect.of(url);
    if (!Credentials.in(url).rest().equals(url) || url.matches("[^?]*//[^/?]*@.*")) {
      throw new StoreException(
          "The store's URL holds a user or password; give them by settings of their own.");
    }
    if (readers < 1 || patience.toMillis() < 1) {
      throw new StoreException("A store needs at least one reader, and some patience.");
    }
  }

  /**
   * A store with the usual patience. User and password may stand in the URL of PostgreSQL.
   *
   * @param url where it is, such as {@code jdbc:postgresql://HOST/DATABASE?user=U&password=P}
   * @return the configuration, whose URL has them no more
   */
  public static StoreConfig of(String url) {
    Credentials credentials = Credentials.in(url);
    return new StoreConfig(
        credentials.rest(), credentials.user(), credentials.password(), READERS, PATIENCE);
  }

  /**
   * The same for a user.
   *
   * @param name who connects
   * @param secret the password
   * @return the configuration
   */
  public StoreConfig as(String name, String secret) {
    return new StoreConfig(url, Optional.of(name), Optional.of(secret), readers, patience);
  }

  /**
   * The same with another patience.
   *
   * @param time how long to wait for a connection
   * @return the configuration
   */
  public StoreConfig waiting(Duration time) {
    return new StoreConfig(url, user, password, readers, time);
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "StoreConfig[" + url + user.map(name -> " as " + name).orElse("") + "]";
  }
}
