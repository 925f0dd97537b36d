package io.belfry.server.log;

import io.belfry.server.store.StoreConfig;
import io.belfry.teststore.TestDatabase;
import java.nio.file.Path;

/** The databases on which each promise must hold. */
enum Database {
  SQLITE {
    @Override
    TestLog create(Path directory) {
      return new TestLog(StoreConfig.of("jdbc:sqlite:" + directory.resolve("log.db")), () -> {});
    }
  },
  POSTGRESQL {
    @Override
    TestLog create(Path directory) throws Exception {
      TestDatabase database = TestDatabase.createOrSkip();
      return new TestLog(StoreConfig.of(database.url()), database);
    }
  };

  /** An empty one; a directory is given for its files. */
  abstract TestLog create(Path directory) throws Exception;
}
