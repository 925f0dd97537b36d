package io.belfry.compare.run;

import io.belfry.compare.result.Timed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Writes the times of a finding as a histogram log, which common tools read: an interval for each
 * repeat, a tag for what was timed.
 */
final class HdrFile {

  /** So that figures in the file are in milliseconds, as tools expect. */
  private static final double MILLI = 1e6;

  private HdrFile() {}

  static void write(Path file, Recording recording) throws IOException {
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
      HistogramLogWriter writer = new HistogramLogWriter(out);
      writer.outputLogFormatVersion();
      writer.outputLegend();
      int repeat = 0;
      for (Map<Timed, Histogram> times : recording.repeats()) {
        for (Map.Entry<Timed, Histogram> each : times.entrySet()) {
          Histogram histogram = each.getValue().copy();
          histogram.setTag(each.getKey().name().toLowerCase(Locale.ROOT));
          writer.outputIntervalHistogram(repeat, repeat + 1, histogram, MILLI);
        }
        repeat++;
      }
    }
  }
}
