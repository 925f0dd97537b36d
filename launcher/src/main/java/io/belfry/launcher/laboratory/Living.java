package io.belfry.launcher.laboratory;

/** A process that runs until it is killed. */
interface Living {

  long id();

  boolean isAlive();

  /** Kills it, and waits until it is gone. */
  void kill();

  /** Kills a process that this one has started. */
  static void kill(Process process) {
    process.destroyForcibly();
    boolean isInterrupted = false;
    while (process.isAlive()) { // Nothing withstands it, and whoever comes next needs the ports.
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
