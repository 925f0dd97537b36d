package io.belfry.launcher.logging;

import java.util.Locale;
import java.util.logging.Level;

/** How much it matters, the most first. */
public enum Severity {
  /** Somebody must look. */
  ERROR(Level.SEVERE),
  /** Something is not as it should be, and may mend by itself. */
  WARNING(Level.WARNING),
  /** What an operator wants to follow. */
  INFO(Level.INFO),
  /** What helps to find a fault. */
  DEBUG(Level.FINE);

  private final Level level;

  Severity(Level level) {
    this.level = level;
  }

  Level level() {
    return level;
  }

  /** As it is written. */
  static String of(Level level) {
    for (Severity each : values()) {
      if (level.intValue() >= each.level.intValue()) {
        return each.name().toLowerCase(Locale.ROOT);
      }
    }
    return "trace";
  }
}
