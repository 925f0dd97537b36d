package io.belfry.benchmark.service;

import io.belfry.benchmark.contest.Candidate;
import io.belfry.benchmark.contest.Heap;
import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.measure.Plan;
import io.belfry.benchmark.measure.Verdict;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds out, again and again, which of many filters want a topic.
 *
 * @param name what it is called
 * @param count how many filters there are
 * @param build makes the matcher
 */
record Matching(String name, int count, Function<List<TopicFilter>, Matcher> build)
    implements Candidate {

  /** What fewer filters take is too little beside what else is on the heap. */
  private static final int LEAST_WEIGHED = 1_000;

  private static final int BATCH = 32;
  private static final int CHECKED = 4;

  /** What was found, and in how many steps. */
  private record Pass(long matches, long nanos) {}

  @Override
  public Figures run(Plan plan) {
    FilterMix mix = FilterMix.of(count);
    long before = Heap.used();
    Matcher matcher = build.apply(mix.filters());
    double kept = Heap.used() - before;
    pass(matcher, mix.topics(), plan.warmUpNanos());
    Pass pass = pass(matcher, mix.topics(), plan.nanos());
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.put(Metric.NANOS, (double) pass.nanos() / pass.matches());
    if (count >= LEAST_WEIGHED) {
      values.put(Metric.KEPT, Math.max(0, kept) / count);
    }
    return new Figures(values, new Verdict(0, 0, 0, wrong(matcher, mix)));
  }

  private static Pass pass(Matcher matcher, List<Topic> topics, long nanos) {
    long found = 0;
    int matches = 0;
    long start = System.nanoTime();
    long passed;
    do {
      for (int i = 0; i < BATCH; i++) {
        found += matcher.match(topics.get(matches++ & (topics.size() - 1))).size();
      }
      passed = System.nanoTime() - start;
    } while (passed < nanos);
    requireUse(found);
    return new Pass(matches, passed);
  }

  /** So that the compiler can't leave out what nobody would read. */
  private static void requireUse(long found) {
    if (found < 0) {
      throw new IllegalStateException("Less than nothing was found.");
    }
  }

  private static long wrong(Matcher matcher, FilterMix mix) {
    return mix.topics().stream()
        .limit(CHECKED)
        .filter(topic -> !Set.copyOf(matcher.match(topic))
            .equals(new HashSet<>(Matcher.scan(mix.filters()).match(topic))))
        .count();
  }
}
