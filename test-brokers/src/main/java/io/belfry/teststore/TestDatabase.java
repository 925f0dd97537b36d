package io.belfry.teststore;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * An empty database of PostgreSQL for one test. It is on the server that the environment names in
 * BELFRY_POSTGRES_URL, or on one that is started once for this JVM. For a test that switches the
 * server off, there is {@link TestPostgres}.
 */
public final class TestDatabase implements AutoCloseable {

  static final String VARIABLE = "BELFRY_POSTGRES_URL";

  /** The server of all tests in this JVM. It ends with the JVM, as its caretaker sees to. */
  private static Optional<Databases> shared = Optional.empty();

  private final Databases databases;
  private final String name;

  private TestDatabase(Databases databases, String name) {
    this.databases = databases;
    this.name = name;
  }

  /**
   * Why there can be none here.
   *
   * @return a sentence that says what is missing, or nothing if there can
   */
  public static Optional<String> missing() {
    return given().isPresent() ? Optional.empty() : TestPostgres.missing();
  }

  /**
   * Makes one; where there can be none, the test is skipped, and says why.
   *
   * @return the database, to be closed by the caller
   * @throws Exception if the server does not start, or does not let us in
   */
  public static TestDatabase createOrSkip() throws Exception {
    Optional<String> missing = missing();
    Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    return create();
  }

  /**
   * Makes one.
   *
   * @return the database, to be closed by the caller
   * @throws Exception if the server does not start, or does not let us in
   */
  public static TestDatabase create() throws Exception {
    Databases databases = shared();
    return new TestDatabase(databases, databases.create());
  }

  /**
   * Where it is, with user and password.
   *
   * @return a URL for JDBC
   */
  public String url() {
    return databases.urlOf(name);
  }

  /** Drops it, whoever may still be connected. */
  @Override
  public void close() throws SQLException {
    databases.drop(name);
  }

  private static synchronized Databases shared() throws Exception {
    if (shared.isEmpty()) {
      Optional<String> given = given();
      shared = Optional.of(
          given.isPresent() ? ofGiven(given.get()) : TestPostgres.startNew().databases());
    }
    return shared.get();
  }

  private static Databases ofGiven(String url) throws SQLException {
    Databases databases = new Databases(url);
    databases.dropOld();
    return databases;
  }

  private static Optional<String> given() {
    return Optional.ofNullable(System.getenv(VARIABLE)).filter(url -> !url.isBlank());
  }
}
