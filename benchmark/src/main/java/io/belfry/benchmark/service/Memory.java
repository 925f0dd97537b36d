package io.belfry.benchmark.service;

import io.belfry.benchmark.contest.Candidate;
import io.belfry.benchmark.contest.Heap;
import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.measure.Plan;
import io.belfry.benchmark.measure.Verdict;
import io.belfry.benchmark.store.Stores;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * What the server keeps in memory for each of many who wait for events that do not come.
 *
 * @param name what it is called
 * @param stores where it has its log
 * @param count how many they are
 * @param arrival adds one of them
 */
record Memory(String name, Stores stores, int count, Arrival arrival) implements Candidate {

  private static final int TOPICS = 10;
  private static final int AT_ONCE = 64;

  /** Adds one; it is there when the stage has completed. */
  @FunctionalInterface
  interface Arrival {

    CompletionStage<?> add(Deployment deployment, int number, TopicFilter filter);
  }

  @Override
  public Figures run(Plan plan) {
    try (Deployment deployment = Deployment.open(stores, Way.IN_PROCESS)) {
      List<Topic> topics = new ArrayList<>();
      for (int i = 0; i < TOPICS; i++) {
        topics.add(deployment.createTopic("bench.quiet.t" + i));
      }
      add(deployment, topics, 0, 1); // What is loaded and made for the first is not counted.
      long before = Heap.used();
      add(deployment, topics, 1, count);
      double kept = Heap.used() - before;
      return new Figures(Map.of(Metric.KEPT, Math.max(0, kept) / count), Verdict.FLAWLESS);
    }
  }

  private void add(Deployment deployment, List<Topic> topics, int first, int number) {
    List<CompletionStage<?>> arriving = new ArrayList<>();
    for (int i = first; i < first + number; i++) {
      TopicFilter filter = TopicFilter.exactly(topics.get(i % TOPICS));
      arriving.add(arrival.add(deployment, i, filter));
      if (arriving.size() == AT_ONCE) {
        arriving.forEach(Deployment::await);
        arriving.clear();
      }
    }
    arriving.forEach(Deployment::await);
  }
}
