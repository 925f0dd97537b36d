package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.function.Executable;

/**
 * A program that a document shows and a test runs. In the test it stands between two comments, "The
 * program begins here." and "The program ends here."
 */
public final class ShownProgram {

  private ShownProgram() {}

  /**
   * Insists that the program in a test is a block of Java in a document, word for word.
   *
   * @param document the document, from the module's directory
   * @param test the test that runs it
   * @throws IOException if one of the files can't be read
   */
  public static void assertShown(Path document, Class<?> test) throws IOException {
    Path source = Path.of("src/test/java", test.getName().replace('.', '/') + ".java");
    List<String> programs =
        between(source, "// The program begins here.\n", "// The program ends here.");
    assertThat(programs).hasSize(1);
    assertThat(between(document, "```java\n", "```")).contains(programs.get(0).stripIndent());
  }

  /**
   * Runs it.
   *
   * @param program the program
   * @return the lines that it has printed
   * @throws Throwable if it fails
   */
  public static List<String> linesOf(Executable program) throws Throwable {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      program.execute();
    } finally {
      System.setOut(out);
    }
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static List<String> between(Path file, String begin, String end) throws IOException {
    String pattern = Pattern.quote(begin) + "(.*?)" + Pattern.quote(end);
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
