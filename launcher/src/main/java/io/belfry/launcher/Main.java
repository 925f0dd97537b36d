package io.belfry.launcher;

import io.belfry.launcher.command.Belfry;
import java.util.Map;

/** Where the program begins. */
public final class Main {

  /**
   * For what logs, since it is too late to say so when it does: libraries keep still unless a
   * server begins to log, and a log goes on to the very end.
   */
  private static final Map<String, String> LOGGING = Map.of(
      "slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider",
      "slf4j.internal.verbosity", "WARN",
      "java.util.logging.manager", "io.belfry.launcher.logging.LastingLogManager");

  private Main() {}

  /**
   * Does what the command line says, and ends with its exit code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    Ahead.begin();
    System.exit(run(arguments));
  }

  /** The same, with the exit code for an answer. */
  static int run(String... arguments) {
    for (Map.Entry<String, String> each : LOGGING.entrySet()) {
      System.setProperty(each.getKey(), each.getValue());
    }
    return Belfry.commandLine(arguments).execute(arguments);
  }
}
