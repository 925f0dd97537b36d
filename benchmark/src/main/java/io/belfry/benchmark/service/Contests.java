package io.belfry.benchmark.service;

import io.belfry.benchmark.contest.Candidate;
import io.belfry.benchmark.contest.Contest;
import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.store.Stores;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Listening;
import io.belfry.service.Start;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** All that can be measured. */
final class Contests {

  static final List<String> LABELS = List.of(
      "publish-1",
      "publish-64",
      "fanout-1",
      "fanout-10",
      "fanout-100",
      "matching-10",
      "matching-10000",
      "matching-1000000",
      "memory-listeners",
      "memory-subscriptions",
      "mail-connections",
      "mail-publish");

  private static final int PARALLEL = 8;
  private static final int MOST_SCANNED = 10_000;
  private static final int MAILS_PER_CONNECTION = 100;
  private static final int FEW = 100;

  /** Mails a second that leave the processor time to spare. */
  private static final int STEADY = 300;

  private final Stores stores;
  private final List<Way> ways;
  private final int idle;

  /**
   * What they need.
   *
   * @param stores where the servers have their logs
   * @param ways how they are reached
   * @param idle how many wait where memory is measured
   */
  Contests(Stores stores, List<Way> ways, int idle) {
    this.stores = stores;
    this.ways = ways;
    this.idle = idle;
  }

  Contest of(String label) {
    int dash = label.indexOf('-');
    String count = label.substring(dash + 1);
    return switch (label.substring(0, dash)) {
      case "publish" -> publish(label, Integer.parseInt(count));
      case "fanout" ->
        Contest.among(
            label,
            ways.stream()
                .<Candidate>map(way -> new FanOut(way, stores, Integer.parseInt(count)))
                .toList());
      case "matching" -> matching(label, Integer.parseInt(count));
      case "mail" -> count.equals("publish") ? publishToMailboxes(label) : mail(label);
      default -> memory(label, count.equals("listeners"));
    };
  }

  /**
   * With one in flight, a loop does the same; with more, only how much gets through is the same.
   */
  private Contest publish(String label, int publishers) {
    Candidate loop = new PlainLoop("plain loop", stores, 1);
    boolean isAlone = publishers == 1;
    List<Candidate> baselines = isAlone || !stores.takesSeveralWriters()
        ? List.of(loop)
        : List.of(loop, new PlainLoop("plain loop x" + PARALLEL, stores, PARALLEL));
    List<Candidate> candidates = ways.stream()
        .<Candidate>map(way -> new PublishLoad(way, stores, publishers))
        .toList();
    Set<Metric> compared =
        isAlone ? Set.of(Metric.THROUGHPUT, Metric.P50, Metric.P99) : Set.of(Metric.THROUGHPUT);
    return new Contest(label, baselines, candidates, compared);
  }

  private static Contest matching(String label, int filters) {
    Candidate index = new Matching("belfry index", filters, Matcher::index);
    return new Contest(
        label,
        filters > MOST_SCANNED
            ? List.of()
            : List.of(new Matching("list scan", filters, Matcher::scan)),
        List.of(index),
        Set.of(Metric.NANOS));
  }

  private static Contest mail(String label) {
    return new Contest(
        label,
        List.of(new MailLoad("a connection each", 1)),
        List.of(new MailLoad("belfry", MAILS_PER_CONNECTION)),
        Set.of(Metric.THROUGHPUT, Metric.P50, Metric.P99));
  }

  private Contest publishToMailboxes(String label) {
    return new Contest(
        label,
        List.of(new PublishToMailboxes(stores, 0, 0)),
        List.of(
            new PublishToMailboxes(stores, FEW, STEADY),
            new PublishToMailboxes(stores, idle, STEADY),
            new PublishToMailboxes(stores, FEW, 0),
            new PublishToMailboxes(stores, idle, 0)),
        Set.of(Metric.THROUGHPUT, Metric.P50, Metric.P99));
  }

  private Contest memory(String label, boolean isOfListeners) {
    return Contest.among(
        label,
        List.of(new Memory(
            "belfry in process",
            stores,
            idle,
            isOfListeners ? Contests::listen : Contests::subscribe)));
  }

  private static CompletionStage<?> listen(Deployment deployment, int number, TopicFilter filter) {
    Listening listening = deployment.local().listen(filter, new Start.Now(), event -> {});
    return deployment.add(listening).ready();
  }

  private static CompletionStage<?> subscribe(
      Deployment deployment, int number, TopicFilter filter) {
    return deployment.local().subscribe(new Topic("idle.s" + number), filter);
  }
}
