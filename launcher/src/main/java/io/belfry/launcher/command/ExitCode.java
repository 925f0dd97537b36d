package io.belfry.launcher.command;

/** What a script learns. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;

  /** Of the command line, or of the configuration. */
  static final int WRONG_USAGE = 2;

  private ExitCode() {}
}
