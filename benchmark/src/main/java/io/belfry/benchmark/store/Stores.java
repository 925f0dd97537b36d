package io.belfry.benchmark.store;

import java.io.IOException;
import java.sql.SQLException;

/** Where fresh stores come from, one for each figure. */
public interface Stores extends AutoCloseable {

  /** What they are, to the version, without secrets. */
  String description();

  /** Whether connections can commit at the same time. */
  boolean takesSeveralWriters();

  /** An empty store; closing it deletes it. */
  FreshStore fresh() throws IOException, SQLException;

  @Override
  void close() throws IOException;
}
