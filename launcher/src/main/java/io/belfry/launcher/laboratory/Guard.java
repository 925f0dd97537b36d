package io.belfry.launcher.laboratory;

import java.io.IOException;

/**
 * Kills a program that knows nothing of us when this process has died: a shell that waits for the
 * end of its input. (A shutdown hook would not see the end of a process that is killed.)
 */
final class Guard {

  private final Process shell;

  private Guard(Process shell) {
    this.shell = shell;
  }

  static Guard over(long process) throws IOException {
    return new Guard(new ProcessBuilder(
            "/bin/sh", "-c", "read line; kill -9 \"$1\"", "guard", Long.toString(process))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start());
  }

  /** To be called before the program is ended: its number may be another's after that. */
  void dismiss() {
    Living.kill(shell);
  }
}
