package io.belfry.compare.run;

import io.belfry.compare.load.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What a reader must know before he believes the figures of a run. */
final class Cautions {

  private static final long NOTEWORTHY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final double HELD_UP = 0.5;
  private static final double MICRO = 1e3;

  private final Trial trial;
  private final List<Sent> sent;
  private final long uncertainty;

  Cautions(Trial trial, List<Sent> sent, long uncertainty) {
    this.trial = trial;
    this.sent = sent;
    this.uncertainty = uncertainty;
  }

  List<String> about(Histogram response, Histogram own) {
    List<String> cautions = new ArrayList<>();
    long late = own.getValueAtPercentile(99);
    if (late > NOTEWORTHY_NANOS && late > response.getValueAtPercentile(99) / 2) {
      cautions.add(said(
          "The generator itself was up to %.1f ms late in 99 of 100 cases, which is in the response"
              + " times: the machine is too busy for this rate.",
          late / MICRO / MICRO));
    }
    long total = trial.beat().total() * sent.size();
    long count = sent.stream().mapToLong(Sent::count).sum();
    if (count < total) {
      cautions.add(said(
          "The rate could not be kept: of %d messages %d were sent before it was given up.",
          total, count));
    }
    double blocked = sent.stream().mapToLong(Sent::blockedNanos).sum()
        / ((double) trial.beat().length() * sent.size());
    if (blocked > HELD_UP) {
      cautions.add(said(
          "The transport held the sender up for %.0f %% of the time.", 100 * Math.min(1, blocked)));
    }
    long open = sent.stream().mapToLong(Sent::unconfirmed).sum();
    if (open > 0) {
      cautions.add(said("Of %d messages it is not known what became of them.", open));
    }
    if (uncertainty > 0) {
      cautions.add(said(
          "Clocks of several machines took part: times may be wrong by %.1f µs.",
          uncertainty / MICRO));
    }
    return cautions;
  }

  private static String said(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
