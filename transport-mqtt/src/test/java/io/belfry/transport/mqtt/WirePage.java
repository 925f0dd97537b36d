package io.belfry.transport.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page on the wire, whose commands are run as they stand there. */
final class WirePage {

  private static final Path PAGE = Path.of("..", "docs", "wire.md");

  private WirePage() {}

  static String text() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command of the shell whose first line is a comment with this word. */
  static String command(String word) {
    Matcher found =
        Pattern.compile("(?ms)^```sh\\n# mqtt: " + word + "\\n(.*?)^```$").matcher(text());
    if (!found.find()) {
      throw new AssertionError("the page has no command of MQTT to " + word);
    }
    return found.group(1);
  }
}
