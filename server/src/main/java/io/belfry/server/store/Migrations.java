package io.belfry.server.store;

import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the schema of a database up to what this program knows. */
final class Migrations {

  private static final String PLACE = "classpath:io/belfry/server/store/migrations";

  private Migrations() {}

  /**
   * Has connections of its own: one stands by in a transaction while the others migrate, which the
   * usual ones must not.
   */
  static void run(StoreConfig config, Dialect dialect) {
    Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(config.url(), config.user().orElse(null), config.password().orElse(null))
        .locations(PLACE)
        .placeholders(dialect.placeholders())
        .validateMigrationNaming(true)
        .load();
    refuseNewer(flyway);
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          StoreException.Kind.SETUP,
          "The database's schema can't be brought up to date; give the service an empty database or"
              + " schema of its own (" + firstLine(e) + ").",
          e);
    }
  }

  private static void refuseNewer(Flyway flyway) {
    Optional<MigrationInfo> newer = Arrays.stream(flyway.info().applied())
        .filter(migration -> !migration.getState().isResolved())
        .findFirst();
    if (newer.isPresent()) {
      throw new StoreException("The database was written by a newer version of this program (its"
          + " schema has version " + newer.get().getVersion() + "); update the program.");
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
