package io.belfry.server.log;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/**
 * Numbers handed to a statement as rows, {@code (VALUES ...) AS given}, whose columns both
 * databases call {@code column1} and so on.
 */
final class Rows {

  /** Fewer parameters than either database allows. */
  static final int MOST = 1_000;

  private static final String MARK = "<given>";

  private Rows() {}

  /** A query whose text has {@value #MARK} where the rows come; further parameters come after. */
  static Query query(Handle handle, String sql, List<long[]> rows) {
    return bind(handle.createQuery(filled(sql, rows)), rows);
  }

  /** A statement likewise. */
  static Update update(Handle handle, String sql, List<long[]> rows) {
    return bind(handle.createUpdate(filled(sql, rows)), rows);
  }

  private static String filled(String sql, List<long[]> rows) {
    StringBuilder values = new StringBuilder("(VALUES ");
    for (int row = 0; row < rows.size(); row++) {
      values.append(row == 0 ? "(" : ", (");
      for (int column = 0; column < rows.get(row).length; column++) {
        values.append(column == 0 ? "" : ", ").append("CAST(? AS BIGINT)");
      }
      values.append(')');
    }
    return sql.replace(MARK, values.append(") AS given"));
  }

  private static <S extends SqlStatement<S>> S bind(S statement, List<long[]> rows) {
    int position = 0;
    for (long[] row : rows) {
      for (long number : row) {
        statement.bind(position, number);
        position++;
      }
    }
    return statement;
  }
}
