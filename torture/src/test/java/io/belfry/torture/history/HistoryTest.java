package io.belfry.torture.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.torture.history.Entry.Delivered;
import io.belfry.torture.history.Entry.Finished;
import io.belfry.torture.history.Entry.Intent;
import io.belfry.torture.history.Entry.Missed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

  private static final List<Entry> ENTRIES = List.of(
      new Intent("p-1", "a.x", "with\ttabs, \n\r lines and \\ and \\t, in 한글"),
      new Delivered("e1", 7, "a.x", 3, ""),
      new Missed("EXPIRED", "e1", "", 0, Long.MAX_VALUE),
      new Finished());

  @TempDir
  private Path directory;

  @Test
  void what_was_written_is_read() {
    write();
    assertThat(entries()).isEqualTo(ENTRIES);
    assertThat(History.readAll(directory)).containsOnlyKeys("actor");
  }

  @Test
  void a_history_is_gone_on_with() {
    write();
    write();
    assertThat(entries()).hasSize(2 * ENTRIES.size());
  }

  @Test
  void half_a_line_at_the_end_is_left_out_and_cut_off() throws IOException {
    write();
    Files.writeString(directory.resolve("actor.history"), "123\tInte", StandardOpenOption.APPEND);
    assertThat(entries()).isEqualTo(ENTRIES);
    write();
    assertThat(entries()).hasSize(2 * ENTRIES.size());
  }

  @Test
  void a_line_that_is_none_is_refused() throws IOException {
    Files.writeString(directory.resolve("actor.history"), "123\tNonsense\n");
    assertThatThrownBy(this::entries)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no line of a history");
  }

  @Test
  void where_there_is_no_file_the_history_is_empty() {
    assertThat(entries()).isEmpty();
  }

  private void write() {
    try (HistoryWriter writer = HistoryWriter.open(directory, "actor")) {
      ENTRIES.forEach(writer::write);
    }
  }

  private List<Entry> entries() {
    return History.read(directory, "actor").lines().stream().map(Line::entry).toList();
  }
}
