package io.belfry.launcher.command;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether somebody sits there and reads. */
final class Terminal {

  private Terminal() {}

  static boolean isThere() {
    return find().isPresent();
  }

  /** A terminal has its own; everything else gets what everybody reads. */
  static Charset charset() {
    return find().map(Console::charset).orElse(StandardCharsets.UTF_8);
  }

  @SuppressWarnings("SystemConsoleNull") // Where it is never null, it can tell by itself.
  private static Optional<Console> find() {
    return Optional.ofNullable(System.console()).filter(Terminal::isReal);
  }

  /** From Java 22 on there may be a console without a terminal. */
  private static boolean isReal(Console console) {
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
