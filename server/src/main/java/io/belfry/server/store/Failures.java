package io.belfry.server.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

/** What the failures of databases mean. */
final class Failures {

  /** SQLite's codes for what is no fault of the statement: busy, full, unreadable and so on. */
  private static final Set<Integer> PASSING = Set.of(5, 6, 7, 8, 9, 10, 13, 14, 15);

  private static final int SQLITE_FULL = 13;

  /** The same by the classes of the SQL standard and of PostgreSQL. */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

  /** Waited too long for a lock; waited too long within a transaction; is only a copy. */
  private static final Set<String> PASSING_STATES = Set.of("55P03", "25P03", "25006");

  private static final Set<String> BEGIN_ANEW = Set.of("40001", "40P01", "57P01", "25P03");
  private static final String CONNECTION_LOST = "08";

  /** What a commit can say that makes sure that nothing was committed. */
  private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01", "25P02", "25P03");

  private Failures() {}

  /** A failure before the commit: nothing was done. */
  static StoreException undone(Exception e) {
    Optional<SQLException> sql = sql(e);
    if (sql.isEmpty() || sql.filter(Failures::isPassing).isPresent()) {
      return new StoreException(
          StoreException.Kind.UNAVAILABLE,
          "The database can't be reached, or can't write; nothing was done (" + reason(e) + ").",
          e);
    }
    return new StoreException(
        StoreException.Kind.FAULT,
        "The database refused a statement; nothing was done (" + reason(e) + ").",
        e);
  }

  /** A failure of the commit. */
  static StoreException ofCommit(SQLException e) {
    String state = state(e);
    boolean isUndone = state.isEmpty()
        ? e.getErrorCode() == SQLITE_FULL
        : ROLLED_BACK.contains(state) || state.startsWith("23");
    return isUndone
        ? undone(e)
        : new StoreException(
            StoreException.Kind.UNKNOWN_OUTCOME,
            "The database failed at the end of a transaction; whether it was done is not known ("
                + reason(e) + ").",
            e);
  }

  /** Whether the same work may well succeed at once, on another connection. */
  static boolean mayPass(StoreException e) {
    if (e.kind() != StoreException.Kind.UNAVAILABLE) {
      return false;
    }
    return sql(e)
        .filter(sql -> !(sql instanceof SQLTransientConnectionException))
        .map(Failures::state)
        .filter(state -> BEGIN_ANEW.contains(state) || state.startsWith(CONNECTION_LOST))
        .isPresent();
  }

  /** The first line of what the database said. */
  static String reason(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("no reason given");
  }

  private static boolean isPassing(SQLException e) {
    String state = state(e);
    if (e instanceof SQLTransientConnectionException) {
      return true;
    }
    return state.length() < 2
        ? PASSING.contains(e.getErrorCode() & 0xff) || e.getErrorCode() == 0
        : PASSING_CLASSES.contains(state.substring(0, 2)) || PASSING_STATES.contains(state);
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }

  private static Optional<SQLException> sql(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
