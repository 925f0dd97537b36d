package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on the wire says what the code does. */
class WirePageTest {

  private static final Path PAGE = Path.of("..", "docs", "wire.md");
  private static final Path CLIENT =
      Path.of("src", "test", "java", "io", "belfry", "transport", "jms", "PlainClient.java");
  private static final Pattern SECTION = Pattern.compile("(?ms)^## JMS$.*?(?=^## |\\z)");
  private static final Pattern SNIPPET = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
  private static final Pattern SHOWN =
      Pattern.compile("(?ms)^ *// from here\\n(.*?)^ *// to here$");

  @Test
  void every_snippet_stands_in_the_client_that_is_tested() throws IOException {
    List<String> snippets = found(SNIPPET, section());
    List<String> shown = found(SHOWN, Files.readString(CLIENT)).stream()
        .map(lines -> lines.stripTrailing().stripIndent() + "\n")
        .toList();
    assertThat(snippets).containsExactlyInAnyOrderElementsOf(shown);
  }

  @Test
  void every_name_in_the_broker_has_its_row() throws IOException {
    assertThat(section())
        .contains("`" + Addresses.queue(new Address("bells")) + "`")
        .contains("`" + Addresses.service(new Address("clock")) + "`")
        .contains("`" + PropertyNames.encode("content-type") + "`")
        .contains("`" + PropertyNames.encode("a.b") + "`")
        .contains("`" + PropertyNames.encode("and") + "`")
        .contains("`" + Letter.STATUS + "`")
        .contains("`" + Letter.ID + "`");
  }

  private static String section() throws IOException {
    return SECTION
        .matcher(Files.readString(PAGE))
        .results()
        .map(found -> found.group())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }
}
