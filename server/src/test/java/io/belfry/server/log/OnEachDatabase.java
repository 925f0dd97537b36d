package io.belfry.server.log;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that are run on each database, each with an empty log. */
@ParameterizedClass
@EnumSource(Database.class)
abstract class OnEachDatabase {

  @Parameter
  Database database;

  @TempDir
  Path directory;

  TestLog test;

  @BeforeEach
  void open() throws Exception {
    test = database.create(directory);
  }

  @AfterEach
  void close() throws Exception {
    if (test != null) {
      test.close();
    }
  }
}
