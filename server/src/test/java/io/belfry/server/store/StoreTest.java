package io.belfry.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.tck.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  @TempDir
  Path directory;

  @Test
  void a_new_file_gets_a_schema_and_keeps_what_is_written() {
    try (Store store = open()) {
      write(store, "one");
    }
    try (Store store = open()) {
      assertThat(names(store)).isEqualTo(1);
    }
  }

  @Test
  void work_that_throws_leaves_nothing_behind() {
    try (Store store = open()) {
      assertThatThrownBy(() -> store.inTransaction(handle -> {
            insert(handle, "one");
            throw new IllegalArgumentException("no");
          }))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(names(store)).isZero();
    }
  }

  @Test
  void a_file_is_open_once() {
    try (Store store = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("in use by another server");
      assertThatThrownBy(this::open).hasMessageContaining("in use by another server");
      write(store, "one");
    }
    open().close();
  }

  @Test
  void a_reader_does_not_write() {
    try (Store store = open()) {
      assertThatThrownBy(() -> store.read(handle -> insert(handle, "one")))
          .isInstanceOf(StoreException.class);
    }
  }

  @Test
  void a_database_of_a_newer_program_is_refused() {
    try (Store store = open()) {
      store.inTransaction(handle -> handle.execute(
          "INSERT INTO flyway_schema_history SELECT installed_rank + 900, '999', description, type,"
              + " 'V999__x.sql', checksum, installed_by, installed_on, execution_time, success"
              + " FROM flyway_schema_history WHERE version = '1'"));
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer version of this program");
  }

  @Test
  void a_place_that_cannot_be_written_is_refused() throws IOException {
    Path file = Files.createFile(directory.resolve("plain"));
    assertThatThrownBy(() -> Store.open(url(file.resolve("log.db"))))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("choose a directory");
    assertThatThrownBy(() -> Store.open(url(directory)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is a directory");
  }

  @Test
  void a_file_that_is_no_database_is_refused_and_left_alone() throws IOException {
    Path file = Files.writeString(directory.resolve("log.db"), "Dear diary, ".repeat(1_000));
    assertThatThrownBy(this::open).isInstanceOf(StoreException.class);
    assertThat(file).content().startsWith("Dear diary");
  }

  @Test
  void nothing_is_left_after_closing() {
    open().close();
    Waiting.until(
        "the threads ended",
        () -> Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith("belfry-store")));
  }

  private Store open() {
    return Store.open(url(directory.resolve("log.db")));
  }

  private static StoreConfig url(Path file) {
    return StoreConfig.of("jdbc:sqlite:" + file);
  }

  private static void write(Store store, String name) {
    store.inTransaction(handle -> insert(handle, name));
  }

  private static int insert(org.jdbi.v3.core.Handle handle, String name) {
    return handle.execute(
        "INSERT INTO topic (name, mode, description, created, head, head_offset, changed, first,"
            + " purged_offset) VALUES (?, 'REPLACE', '', 0, 0, 0, 0, 1, 0)",
        name);
  }

  private static int names(Store store) {
    return store.read(handle ->
        handle.createQuery("SELECT count(*) FROM topic").mapTo(Integer.class).one());
  }
}
