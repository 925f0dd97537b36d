package io.belfry.benchmark;

import io.belfry.benchmark.measure.ClosedLoop;
import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.FullRate;
import io.belfry.benchmark.measure.OpenLoop;
import io.belfry.benchmark.measure.Plan;
import io.belfry.benchmark.measure.Together;
import io.belfry.benchmark.wire.Contestant;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the contestants have to do. */
enum Scenario {
  PUBSUB_1(Pattern.PUBSUB, 1),
  PUBSUB_8(Pattern.PUBSUB, 8),
  REQREP_1(Pattern.REQREP, 1),
  REQREP_64(Pattern.REQREP, 64),
  PIPELINE_4(Pattern.PIPELINE, 4);

  private enum Pattern {
    PUBSUB,
    REQREP,
    PIPELINE
  }

  private final Pattern pattern;

  /** The number of receivers, or of requests outstanding. */
  private final int width;

  Scenario(Pattern pattern, int width) {
    this.pattern = pattern;
    this.width = width;
  }

  /** What it is called on the command line. */
  String label() {
    return (pattern + "-" + width).toLowerCase(Locale.ROOT);
  }

  static List<String> labels() {
    return Stream.of(values()).map(Scenario::label).toList();
  }

  /** Runs it once, over fresh connections for each figure. */
  Figures run(Contestant contestant, Plan plan) {
    return switch (pattern) {
      case PUBSUB -> oneWay(receiver -> contestant.publish(width, receiver), false, plan);
      case PIPELINE -> oneWay(receiver -> contestant.push(width, receiver), true, plan);
      case REQREP -> ClosedLoop.measure(contestant::ask, width, plan);
    };
  }

  /** Whether messages go one way, so that they can be sent by the clock. */
  boolean isOneWay() {
    return pattern != Pattern.REQREP;
  }

  /** Measures the latency of all at the same time, and returns the figures in their order. */
  List<Figures> runTogether(List<Contestant> contestants, Plan plan) {
    List<Function<Receiver, OneWay>> opens = contestants.stream()
        .<Function<Receiver, OneWay>>map(contestant -> receiver -> pattern == Pattern.PUBSUB
            ? contestant.publish(width, receiver)
            : contestant.push(width, receiver))
        .toList();
    return Together.measure(opens, width, pattern == Pattern.PIPELINE, plan);
  }

  private Figures oneWay(Function<Receiver, OneWay> open, boolean isShared, Plan plan) {
    Figures full = FullRate.measure(open, width, isShared, plan);
    return full.and(OpenLoop.measure(open, width, isShared, plan));
  }
}
