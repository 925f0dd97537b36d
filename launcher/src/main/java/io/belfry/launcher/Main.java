package io.belfry.launcher;

import io.belfry.launcher.command.Belfry;

/** Where the program begins. */
public final class Main {

  private Main() {}

  /**
   * Does what the command line says, and ends with its exit code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    System.exit(Belfry.commandLine(arguments).execute(arguments));
  }
}
