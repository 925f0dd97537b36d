package io.belfry.compare.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * How another process's clock differs from ours.
 *
 * @param shift what to add to our {@link System#nanoTime} to have its one
 * @param uncertainty how far that may be wrong
 */
record Clock(long shift, long uncertainty) {

  private static final int QUESTIONS = 25;

  /** On one machine even a busy one answers within this. */
  private static final long ONE_MACHINE = 50_000_000;

  /**
   * What a process says of its clock.
   *
   * @param now the time there
   * @param machine which machine it is, since when it runs; empty if it can't be told
   */
  record Told(long now, String machine) {}

  /**
   * Asks for the time again and again: the answer that took the least time is the best, and wrong
   * by half of that at most. Processes of one machine have one clock under Linux, which is asked
   * first whether it is so.
   */
  static Clock compared(Supplier<Told> other) {
    Clock best = new Clock(0, Long.MAX_VALUE);
    String machine = "";
    for (int i = 0; i < QUESTIONS; i++) {
      long before = System.nanoTime();
      Told told = other.get();
      long after = System.nanoTime();
      machine = told.machine();
      long wrong = (after - before) / 2;
      if (wrong < best.uncertainty()) {
        best = new Clock(told.now() - before - wrong, wrong);
      }
    }
    boolean isOurs = !machine.isEmpty() && machine.equals(machine());
    return isOurs && Math.abs(best.shift()) < ONE_MACHINE ? new Clock(0, 0) : best;
  }

  /** Linux makes up a name at each start. */
  static String machine() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
