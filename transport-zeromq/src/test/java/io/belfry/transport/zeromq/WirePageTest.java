package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on the wire says what the code does. */
class WirePageTest {

  private static final Path PAGE = Path.of("..", "docs", "wire.md");
  private static final Pattern SNIPPET = Pattern.compile("(?ms)^```python\\n(.*?)^```$");

  private static final int FIRST_PORT = 7_700;

  private String page = "";

  @BeforeEach
  void read() throws IOException {
    page = Files.readString(PAGE);
  }

  @Test
  void every_snippet_stands_in_a_client_that_is_tested() throws IOException {
    List<String> clients;
    try (Stream<Path> files = Files.list(Python.scripts())) {
      clients =
          files.filter(file -> file.toString().endsWith(".py")).map(this::text).toList();
    }
    List<String> snippets =
        SNIPPET.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(snippets)
        .hasSizeGreaterThan(5)
        .allSatisfy(snippet -> assertThat(clients).anyMatch(client -> client.contains(snippet)));
  }

  @Test
  void every_kind_of_duty_and_of_call_has_its_row() {
    for (Duty.Kind kind : Duty.Kind.values()) {
      assertThat(page).containsPattern(row(kind) + "(spoke|hub) \\|");
    }
    for (SpokeCalls.Kind kind : SpokeCalls.Kind.values()) {
      assertThat(page).containsPattern(row(kind) + "(empty|a [a-z]+) \\|");
    }
  }

  @Test
  void every_port_has_its_row() {
    for (Port port : Port.values()) {
      assertThat(page).contains("\n| " + (FIRST_PORT + port.ordinal()) + " |");
    }
  }

  @Test
  void the_example_is_what_is_sent() {
    byte[] name = "finance.stock".getBytes(StandardCharsets.UTF_8);
    byte[] frame = Frames.encode(0, name, Message.of("12.5").with("unit", "EUR"));
    assertThat(page).contains(HexFormat.ofDelimiter(" ").formatHex(frame));
  }

  private static String row(Enum<?> kind) {
    return "\\n\\| " + kind.ordinal() + " \\| `" + kind + "` \\| ";
  }

  private String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
