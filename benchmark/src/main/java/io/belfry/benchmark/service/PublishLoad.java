package io.belfry.benchmark.service;

import io.belfry.benchmark.contest.Candidate;
import io.belfry.benchmark.measure.ClosedLoop;
import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.Plan;
import io.belfry.benchmark.measure.Verdict;
import io.belfry.benchmark.store.Stores;
import io.belfry.message.Topic;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Publishers, each of which publishes its next event when the last one is on disk.
 *
 * @param way how they reach the service
 * @param stores where it has its log
 * @param publishers how many there are
 */
record PublishLoad(Way way, Stores stores, int publishers) implements Candidate {

  /** Events of one topic are in an order, so that fewer topics would be easier. */
  private static final int MOST_TOPICS = 8;

  @Override
  public String name() {
    return way.name();
  }

  @Override
  public Figures run(Plan plan) {
    try (Deployment deployment = Deployment.open(stores, way)) {
      List<Topic> topics = IntStream.range(0, Math.min(publishers, MOST_TOPICS))
          .mapToObj(number -> deployment.createTopic("bench.publish.t" + number))
          .toList();
      Publishing publishing = new Publishing(deployment.connect(), topics);
      Figures figures = ClosedLoop.measure(() -> publishing, publishers, plan);
      long kept = Deployment.await(deployment.local().status()).offset();
      Verdict verdict = new Verdict(Math.max(0, publishing.acknowledged() - kept), 0, 0, 0);
      return figures.and(new Figures(Map.of(), verdict));
    }
  }
}
