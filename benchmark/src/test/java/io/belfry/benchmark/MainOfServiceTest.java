package io.belfry.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.teststore.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program for the service, as short as can be: that it runs, not how fast. */
class MainOfServiceTest {

  private static final String SHORT =
      " --rounds 1 --seconds 0.05 --warm-up 0.02 --rate 100 --idle 50 --json ";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir
  private Path directory;

  @TempDir
  private Path stores;

  @Test
  void publishing_stands_beside_a_plain_loop() throws IOException {
    String json = run("--scenario publish --dir " + stores);
    assertThat(text())
        .contains("SQLite 3.", "publish-1 ", "publish-64 ", "events/s", "p99 µs", " to plain loop")
        .contains("belfry in process", "belfry over zeromq");
    assertThat(json).contains("\"plain loop\": {", "\"to plain loop\": {\"throughput\": {");
    assertThat(stores).isEmptyDirectory();
  }

  @Test
  void on_postgres_it_also_stands_beside_loops_on_several_connections() throws Exception {
    try (TestDatabase database = TestDatabase.createOrSkip()) {
      String json = run("--scenario publish-64 --transport none --store " + database.url());
      assertThat(text()).contains("PostgreSQL ", "plain loop x8").doesNotContain("zeromq");
      assertThat(json).doesNotContain("password");
    }
  }

  @Test
  void subscribers_get_all_in_the_process_and_over_a_wire() throws IOException {
    run("--scenario fanout-1,fanout-10 --dir " + stores);
    assertThat(text()).contains("fanout-1 ", "fanout-10 ", "p50 µs", "belfry over zeromq");
    assertThat(stores).isEmptyDirectory();
  }

  @Test
  void a_hundred_subscribers_get_all() throws IOException {
    run("--scenario fanout-100 --transport none --dir " + stores);
    assertThat(text()).contains("fanout-100 ", "belfry in process");
  }

  @Test
  void matching_stands_beside_a_list() throws IOException {
    run("--scenario matching-10,matching-10000");
    assertThat(text())
        .contains("list scan", "belfry index", "ns each", "bytes each", " to list scan");
  }

  @Test
  void memory_is_told_for_each_of_many() throws IOException {
    String json = run("--scenario memory --dir " + stores);
    assertThat(text()).contains("memory-listeners ", "memory-subscriptions ", "bytes each");
    assertThat(json).contains("\"kept\": [");
  }

  @Test
  void mails_over_kept_connections_stand_beside_those_over_new_ones() throws IOException {
    String json = run("--scenario mail --dir " + stores);
    assertThat(text())
        .contains("mail-connections ", " to a connection each", "mail-publish ", "50 mailboxes");
    assertThat(json).contains("\"to 0 mailboxes\": {");
  }

  @Test
  void wrong_options_are_told_as_for_the_transports() {
    assertThat(Main.run(print(out), print(err), false, "service", "--store", "oracle"))
        .isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("A store is sqlite, ");
  }

  @Test
  void a_database_that_is_not_there_is_told_without_its_password() {
    String url = "jdbc:postgresql://127.0.0.1:1/none?user=me&password=hidden";
    assertThat(Main.run(print(out), print(err), false, "service", "--store", url))
        .isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("The database of '--store' can't be reached: ")
        .doesNotContain("hidden");
  }

  private String run(String options) throws IOException {
    Path json = directory.resolve("figures.json");
    int exit = Main.run(
        print(out), System.err, false, ("service " + options + SHORT + json).split(" ", -1));
    assertThat(exit).isZero();
    assertThat(Files.readString(json))
        .contains("\"lost\": 0", "\"repeated\": 0", "\"disordered\": 0", "\"damaged\": 0")
        .doesNotContainPattern("\"(lost|repeated|disordered|damaged)\": [1-9]");
    return Files.readString(json);
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
