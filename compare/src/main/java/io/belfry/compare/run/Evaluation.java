package io.belfry.compare.run;

import io.belfry.compare.load.Accounting;
import io.belfry.compare.load.Beat;
import io.belfry.compare.load.Heard;
import io.belfry.compare.load.Sent;
import io.belfry.compare.load.Track;
import io.belfry.compare.result.Account;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Run;
import io.belfry.compare.result.Run.Slice;
import io.belfry.compare.result.Timed;
import io.belfry.compare.scenario.Fault;
import io.belfry.compare.venue.Usage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Makes figures of what all have to say. */
final class Evaluation {

  private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Trial trial;
  private final Beat beat;
  private final Cast.Outcome outcome;
  private final Script script;
  private final List<Sent> sent;
  private final List<Heard> heard;
  private final Account account;
  private final Cautions cautions;
  private final Optional<Usage> before;
  private final Optional<Usage> after;
  private final Histogram response;
  private final Histogram service;
  private final Histogram schedule;
  private final Histogram own;
  private final Map<Metric, Double> figures = new EnumMap<>(Metric.class);

  Evaluation(
      Trial trial,
      Cast.Outcome outcome,
      Script script,
      long uncertainty,
      Optional<Usage> before,
      Optional<Usage> after) {
    this.trial = trial;
    this.beat = trial.beat();
    this.outcome = outcome;
    this.script = script;
    this.sent = outcome.sent();
    this.heard = outcome.heard();
    this.account = account();
    this.cautions = new Cautions(trial, sent, uncertainty);
    List<Heard> counting = bystanders();
    this.response = sum(counting.stream().map(Heard::response).toList());
    this.service = sum(counting.stream().map(Heard::service).toList());
    this.schedule = sum(sent.stream().map(Sent::schedule).toList());
    this.own = sum(sent.stream().map(Sent::own).toList());
    this.before = before;
    this.after = after;
  }

  /** Answers have no order that anybody promises. */
  private Account account() {
    return switch (trial.scenario().pattern()) {
      case PUBSUB, NOTIFY -> Accounting.ofEach(sent, heard);
      case PIPELINE -> Accounting.ofOne(sent, heard);
      case REQREP -> {
        Account all = Accounting.ofOne(sent, heard);
        yield new Account(
            all.sent(),
            all.refused(),
            all.expected(),
            all.received(),
            all.lost(),
            all.repeated(),
            0,
            all.corrupt());
      }
    };
  }

  Measured measured() {
    figures.put(Metric.THROUGHPUT, throughput());
    put(response, Percentiles.RESPONSE);
    put(service, Percentiles.SERVICE);
    put(schedule, Percentiles.SCHEDULE);
    put(own, Percentiles.OWN);
    senders();
    costs();
    fault();
    Run run = new Run(
        figures,
        account,
        trial.scenario().fault() == Fault.NONE ? List.of() : timeline(),
        script.marks(),
        cautions.about(response, own));
    return new Measured(
        run, Map.of(Timed.RESPONSE, response, Timed.SERVICE, service, Timed.SCHEDULE, schedule));
  }

  /** The times of one who is slow on purpose say nothing about the transport. */
  private List<Heard> bystanders() {
    return trial.scenario().fault() == Fault.SLOW_SUBSCRIBER && heard.size() > 1
        ? heard.subList(1, heard.size())
        : heard;
  }

  private static Histogram sum(List<Histogram> all) {
    Histogram sum = new Histogram(3);
    all.forEach(sum::add);
    return sum;
  }

  private void put(Histogram times, Map<Metric, Double> percentiles) {
    if (times.getTotalCount() > 0) {
      percentiles.forEach(
          (metric, percent) -> figures.put(metric, (double) times.getValueAtPercentile(percent)));
    }
  }

  private double throughput() {
    long from = trial.scenario().warmUp().toNanos();
    long to = from + trial.scenario().duration().toNanos();
    long received =
        heard.stream().mapToLong(one -> one.track().received(from, to)).sum();
    return received * (double) TimeUnit.SECONDS.toNanos(1) / (to - from);
  }

  private void senders() {
    double time = (double) Math.max(1, beat.length()) * sent.size();
    figures.put(
        Metric.BLOCKED, Math.min(1, sent.stream().mapToLong(Sent::blockedNanos).sum() / time));
    figures.put(
        Metric.PENDING, (double) sent.stream().mapToLong(Sent::pending).max().orElse(0));
  }

  private void costs() {
    double messages = Math.max(1, sent.stream().mapToLong(Sent::count).sum());
    figures.put(Metric.CPU, outcome.cost().cpuNanos() / messages);
    figures.put(Metric.ALLOCATED, outcome.cost().allocated() / messages);
    figures.put(Metric.HEAP, (double) outcome.cost().heap());
    if (before.isPresent() && after.isPresent()) {
      long spent = after.get().cpuNanos() - before.get().cpuNanos();
      figures.put(Metric.CPU_MIDDLE, Math.max(0, spent) / messages);
      figures.put(Metric.MEMORY_MIDDLE, (double) after.get().residentBytes());
    }
  }

  private void fault() {
    Fault fault = trial.scenario().fault();
    if (fault == Fault.NONE || heard.isEmpty()) {
      return;
    }
    Track first = heard.get(0).track();
    long end = beat.due(0, beat.total() - 1);
    if (first.last() > 0) {
      figures.put(Metric.CAUGHT_UP, (double) Math.max(0, first.last() - end));
    }
    if (fault == Fault.SLOW_SUBSCRIBER && figures.containsKey(Metric.RESPONSE_P99)) {
      figures.put(Metric.BYSTANDER_P99, figures.get(Metric.RESPONSE_P99));
    }
    if (fault == Fault.BROKER_RESTART || fault == Fault.RECONNECT) {
      figures.put(Metric.OUTAGE, (double) first.silence(end));
      script.whole().ifPresent(whole -> recovered(first, whole));
    }
  }

  private void recovered(Track first, long whole) {
    long again = first.firstDueSince(whole);
    if (again >= 0) {
      figures.put(Metric.RECOVERY, (double) Math.max(0, again - whole));
    }
  }

  /** Of the first receiver, whom the fault is about. */
  private List<Slice> timeline() {
    if (heard.isEmpty()) {
      return List.of();
    }
    Track track = heard.get(0).track();
    long end = Math.max(beat.length(), track.last() + 1);
    List<Slice> slices = new ArrayList<>();
    for (long at = 0; at < end; at += SLICE_NANOS) {
      slices.add(new Slice(
          TimeUnit.NANOSECONDS.toMillis(at),
          due(at + SLICE_NANOS) - due(at),
          track.received(at, at + SLICE_NANOS),
          track.slowest(at, at + SLICE_NANOS)));
    }
    return slices;
  }

  /** How many are due before a time, of all publishers. */
  private long due(long time) {
    return Math.min(beat.total(), (long) Math.ceil(time / beat.interval())) * sent.size();
  }
}
