package io.belfry.compare.report;

import static io.belfry.compare.report.FindingBuilder.finding;
import static io.belfry.compare.report.Sample.ALL;
import static io.belfry.compare.report.Sample.ZEROMQ;
import static io.belfry.compare.report.Sample.map;

import io.belfry.compare.result.Account;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Run.Mark;
import io.belfry.compare.result.Run.Slice;
import java.util.ArrayList;
import java.util.List;

/** What comes of it when what is in the middle is killed, without the service and with it. */
final class FaultSample {

  private static final double MILLI = 1_000_000;
  private static final long SLICE = 250;
  private static final long EACH = 125;
  private static final long KILLED = 5_000;
  private static final long WHOLE = 7_000;
  private static final long END = 15_000;

  private FaultSample() {}

  static List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    ALL.forEach(name -> findings.add(bare(name)));
    ALL.forEach(name -> findings.add(served(name)));
    return findings;
  }

  static Finding bare(String name) {
    long lost = name.equals(ZEROMQ) ? 1_130 : 90L * ALL.indexOf(name);
    return finding("broker-restart", map("layer", "bare"), name)
        .promising(name.equals(ZEROMQ) ? Sample.FIRE : Sample.SAFE)
        .about(Metric.OUTAGE, (2_260 + 300 * ALL.indexOf(name)) * MILLI)
        .about(Metric.RECOVERY, (120 + 300 * ALL.indexOf(name)) * MILLI)
        .accounting(new Account(7_500, 0, 7_500, 7_500 - lost, lost, 0, 0, 0))
        .running(slices(500, 0), marks())
        .build();
  }

  static Finding served(String name) {
    return finding("broker-restart", map("layer", "service"), name)
        .promising(map("delivery", "everything, once, in order", "order", "per topic"))
        .about(Metric.OUTAGE, (2_400 + 300 * ALL.indexOf(name)) * MILLI)
        .about(Metric.RECOVERY, (260 + 300 * ALL.indexOf(name)) * MILLI)
        .about(Metric.CAUGHT_UP, 40 * MILLI)
        .accounting(new Account(7_500, 0, 7_500, 7_507, 0, 7, 0, 0))
        .running(slices(500, WHOLE - KILLED), marks())
        .build();
  }

  private static List<Mark> marks() {
    return List.of(new Mark(KILLED, "killed"), new Mark(WHOLE, "started again"));
  }

  /** What was due while nothing went is lost, or comes in a burst. */
  private static List<Slice> slices(long delay, long kept) {
    List<Slice> slices = new ArrayList<>();
    long back = WHOLE + delay;
    for (long at = 0; at < END; at += SLICE) {
      boolean isAway = at >= KILLED && at < back;
      long burst = at == back && kept > 0 ? (back - KILLED) / SLICE * EACH : 0;
      long slowest = isAway ? 0 : burst > 0 ? (back - KILLED) * 1_000_000 : 900_000;
      slices.add(new Slice(at, EACH, isAway ? 0 : EACH + burst, slowest));
    }
    return slices;
  }
}
