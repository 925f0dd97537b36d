package io.belfry.launcher.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * What is logged at once, without secrets.
 *
 * @param at when
 * @param level how much it matters
 * @param logger the name of the class that tells it
 * @param thread on which thread
 * @param message what it tells
 * @param error the trace, if there is one
 */
record Line(
    Instant at,
    String level,
    String logger,
    String thread,
    String message,
    Optional<String> error) {

  private static final SimpleFormatter FORMATTER = new SimpleFormatter();

  /** To be called on the thread that logs. */
  static Line of(LogRecord record, Masks masks) {
    return new Line(
        record.getInstant(),
        Severity.of(record.getLevel()),
        String.valueOf(record.getLoggerName()),
        Thread.currentThread().getName(),
        masks.masked(String.valueOf(FORMATTER.formatMessage(record))),
        Optional.ofNullable(record.getThrown()).map(Line::trace).map(masks::masked));
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
