package io.belfry.launcher.laboratory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has said of itself. */
final class Words {

  private Words() {}

  /** The last line that is not empty. */
  static String last(Path log) {
    try {
      // It need not be in UTF-8.
      String all = Files.readString(log, StandardCharsets.ISO_8859_1).strip();
      return all.isEmpty() ? "It said nothing." : all.substring(all.lastIndexOf('\n') + 1);
    } catch (IOException e) {
      return "What it said can't be read.";
    }
  }
}
