package io.belfry.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.teststore.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The short form of the torture; the long one is run by hand. */
@Timeout(240)
class ShortTortureTest {

  private final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
  private final List<Path> before = directories();

  @Test
  void nothing_is_lost_over_zeromq() {
    torture("--transport", "zeromq");
  }

  @Test
  void nothing_is_lost_over_mqtt() {
    torture("--transport", "mqtt");
  }

  @Test
  void nothing_is_lost_over_jms() {
    torture("--transport", "jms");
  }

  @Test
  void nothing_is_lost_where_three_servers_share_a_store() {
    Assumptions.assumeTrue(
        TestPostgres.missing().isEmpty(), () -> TestPostgres.missing().orElse(""));
    torture("--transport", "mqtt", "--store", "postgres", "--servers", "3");
  }

  @AfterEach
  void nothing_is_left() {
    assertThat(ProcessHandle.current().children()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("torture-"));
  }

  private void torture(String... particular) {
    List<String> arguments = new ArrayList<>(
        List.of("--seconds", "15", "--kills", "5", "--publishers", "3", "--subscribers", "6"));
    arguments.addAll(List.of(particular));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int exit = Main.run(out, out, arguments.toArray(String[]::new));
    String report = said.toString(StandardCharsets.UTF_8);
    assertThat(exit).as(report).isZero();
    assertThat(report).contains("violations      0");
    assertThat(directories()).as("all files are gone").isEqualTo(before);
  }

  private List<Path> directories() {
    try (Stream<Path> files = Files.list(temporary)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("belfry-torture-"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
