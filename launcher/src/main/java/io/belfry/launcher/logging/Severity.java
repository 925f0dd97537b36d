package io.belfry.launcher.logging;

import java.util.Locale;
import java.util.logging.Level;

/** How much it matters, the most first. */
public enum Severity {
  /** Somebody must look. */
  ERROR,
  /** Something is not as it should be, and may mend by itself. */
  WARNING,
  /** What an operator wants to follow. */
  INFO,
  /** What helps to find a fault. */
  DEBUG;

  Level level() {
    return switch (this) {
      case ERROR -> Level.SEVERE;
      case WARNING -> Level.WARNING;
      case INFO -> Level.INFO;
      case DEBUG -> Level.FINE;
    };
  }

  /** As it is written. */
  static String of(Level level) {
    for (Severity each : values()) {
      if (level.intValue() >= each.level().intValue()) {
        return each.name().toLowerCase(Locale.ROOT);
      }
    }
    return "trace";
  }
}
