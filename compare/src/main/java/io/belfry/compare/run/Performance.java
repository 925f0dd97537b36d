package io.belfry.compare.run;

import io.belfry.compare.role.Part;
import io.belfry.compare.role.Progress;
import io.belfry.compare.scenario.Pattern;
import io.belfry.compare.scenario.Scenario;
import io.belfry.compare.venue.Middle;
import io.belfry.compare.venue.Usage;
import io.belfry.compare.venue.Wires;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One trial from the beginning to the end. */
final class Performance {

  /** So that everybody has heard when it begins. */
  private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long OUTCOMES_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Longer than anybody tries again: what has no outcome by then never will. */
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(45);

  private final Trial trial;
  private final Troupes troupes;
  private final Wires wires;

  private Performance(Trial trial, Troupes troupes, Wires wires) {
    this.trial = trial;
    this.troupes = troupes;
    this.wires = wires;
  }

  static Measured of(Trial trial, Troupes troupes, Wires wires) {
    return new Performance(trial, troupes, wires).play();
  }

  private Measured play() {
    try (Scenery scenery = new Scenery(trial);
        Cast cast = new Cast(troupes)) {
      Parts parts = new Parts(trial, scenery);
      if (trial.scenario().pattern() == Pattern.NOTIFY) {
        try (Ceremony ceremony = new Ceremony(trial, scenery, wires)) {
          ceremony.prepare(cast, parts.first());
          return ceremony.complete(flow(scenery, cast, parts));
        }
      }
      for (Part part : parts.first()) {
        cast.prepare(part);
      }
      return flow(scenery, cast, parts);
    }
  }

  private Measured flow(Scenery scenery, Cast cast, Parts parts) {
    Script script = script(scenery, cast, parts);
    Optional<Usage> before = usage();
    long start = System.nanoTime() + LEAD_NANOS;
    cast.begin(start);
    awaitEnd(cast, script, start);
    Optional<Usage> after = usage();
    Cast.Outcome outcome = cast.finish(OUTCOMES_NANOS);
    return new Evaluation(trial, outcome, script, cast.uncertainty(), before, after).measured();
  }

  private Optional<Usage> usage() {
    return trial.venue().middle().flatMap(Middle::usage);
  }

  private Script script(Scenery scenery, Cast cast, Parts parts) {
    Scenario scenario = trial.scenario();
    long begin = scenario.warmUp().plus(scenario.after()).toNanos();
    long end = begin + scenario.lasting().toNanos();
    return switch (scenario.fault()) {
      case NONE, SLOW_SUBSCRIBER -> new Script();
      case LATE_JOINER -> {
        cast.reserve();
        yield new Script().until(begin, "joined", () -> cast.prepare(parts.late()));
      }
      case BROKER_RESTART ->
        new Script()
            .at(begin, "killed", () -> scenery.mortal().kill())
            .until(end, "back", () -> scenery.mortal().revive());
      case RECONNECT ->
        new Script()
            .at(begin, "cut", () -> scenery.cable().cut())
            .until(end, "mended", () -> scenery.cable().mend());
    };
  }

  /** Until all that should come has come, or nothing has for a while. */
  private void awaitEnd(Cast cast, Script script, long start) {
    long patience = trial.scenario().patience().toNanos();
    long last = start + trial.beat().length() + LONGEST_NANOS;
    long heard = 0;
    long since = System.nanoTime();
    Progress progress = cast.progress();
    while (System.nanoTime() < last && !isComplete(progress, script)) {
      if (progress.heard() != heard || !progress.isDone() || !script.isOver()) {
        heard = progress.heard();
        since = System.nanoTime();
      } else if (System.nanoTime() - since > patience) {
        return;
      }
      LockSupport.parkNanos(LOOK_NANOS);
      script.play(start);
      progress = cast.progress();
    }
  }

  private boolean isComplete(Progress progress, Script script) {
    return progress.isDone() && script.isOver() && progress.heard() >= expected(progress);
  }

  private long expected(Progress progress) {
    boolean isForEach = trial.scenario().pattern() == Pattern.PUBSUB
        || trial.scenario().pattern() == Pattern.NOTIFY;
    return isForEach ? progress.sent() * trial.point().subscribers() : progress.sent();
  }
}
