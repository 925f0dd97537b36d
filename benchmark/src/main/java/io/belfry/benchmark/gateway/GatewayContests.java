package io.belfry.benchmark.gateway;

import io.belfry.benchmark.browser.Way;
import io.belfry.benchmark.contest.Candidate;
import io.belfry.benchmark.contest.Contest;
import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.store.Stores;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that can be measured. */
final class GatewayContests {

  static final List<String> LABELS = Stream.of("latency", "fanout", "memory")
      .flatMap(what -> Stream.of(Way.values()).map(way -> what + "-" + way.label()))
      .toList();

  private final Stores stores;
  private final int sessions;

  /**
   * What they need.
   *
   * @param stores where Belfry has its log
   * @param sessions how many browsers there are, where there are many
   */
  GatewayContests(Stores stores, int sessions) {
    this.stores = stores;
    this.sessions = sessions;
  }

  Contest of(String label) {
    int dash = label.indexOf('-');
    Way way = Stream.of(Way.values())
        .filter(each -> each.label().equals(label.substring(dash + 1)))
        .findFirst()
        .orElseThrow();
    return switch (label.substring(0, dash)) {
      case "latency" ->
        contest(
            label,
            way,
            Latency::new,
            Set.of(Metric.P50, Metric.P99, Metric.COMMITTED_P50, Metric.COMMITTED_P99));
      case "fanout" ->
        contest(label, way, each -> new FanOut(each, sessions), Set.of(Metric.THROUGHPUT));
      default -> contest(label, way, each -> new IdleMemory(each, sessions), Set.of(Metric.KEPT));
    };
  }

  private Contest contest(
      String label, Way way, Function<Contestant, Candidate> test, Set<Metric> compared) {
    Contestant belfry = new Contestant("belfry", many -> BelfrySite.open(stores, many), way);
    return new Contest(
        label, List.of(test.apply(bare(way))), List.of(test.apply(belfry)), compared);
  }

  /** CometD has no events of the other kind; what it has that pushes as well is a WebSocket. */
  private static Contestant bare(Way way) {
    return way == Way.SSE
        ? new Contestant("cometd, websocket", many -> CometDSite.open(), Way.WEBSOCKET)
        : new Contestant("cometd", many -> CometDSite.open(), way);
  }
}
