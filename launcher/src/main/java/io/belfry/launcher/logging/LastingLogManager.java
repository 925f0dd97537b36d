package io.belfry.launcher.logging;

import java.util.logging.LogManager;

/**
 * Logs until the process is gone. Java's own falls silent as soon as the process is asked to end,
 * and that is when an operator wants to read how it did.
 */
public final class LastingLogManager extends LogManager {

  /** Java makes one, by the name that {@code Main} gives. */
  public LastingLogManager() {}

  /** Does nothing: the end is what Java calls it for. */
  @Override
  public void reset() {}
}
