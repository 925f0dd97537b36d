package io.belfry.compare.report;

import io.belfry.compare.result.Account;
import io.belfry.compare.result.Metric;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which columns a scenario deserves: those for which something was measured. */
final class Columns {

  /** What says how a fault was borne. */
  private static final Set<Metric> BEARING =
      EnumSet.of(Metric.OUTAGE, Metric.RECOVERY, Metric.BYSTANDER_P99, Metric.CAUGHT_UP);

  /** In this order; the dearest have the lowest ranks. */
  private static final List<Ranked> QUIET = List.of(
      new Ranked(Metric.SUSTAINED, 2),
      new Ranked(Metric.THROUGHPUT, 4),
      new Ranked(Metric.RESPONSE_P50, 3),
      new Ranked(Metric.RESPONSE_P99, 1));

  private static final List<Ranked> MAIL = List.of(
      new Ranked(Metric.LISTING, 12),
      new Ranked(Metric.SUBSCRIBING, 11),
      new Ranked(Metric.REGISTERING, 13),
      new Ranked(Metric.MAIL_P50, 8),
      new Ranked(Metric.MAIL_P99, 4),
      new Ranked(Metric.MAILS_LOST, 2));

  private static final List<Ranked> COSTS = List.of(
      new Ranked(Metric.ALLOCATED, 9),
      new Ranked(Metric.CPU, 10),
      new Ranked(Metric.CPU_MIDDLE, 14));

  private final Scene scene;
  private final Set<Metric> metrics;
  private final List<Column> columns = new ArrayList<>();

  private Columns(Scene scene) {
    this.scene = scene;
    this.metrics = scene.metrics();
  }

  /** For the terminal: the interval of the dearest figure has a column of its own. */
  static List<Column> narrow(Scene scene) {
    return new Columns(scene).build(true);
  }

  /** For the page, where intervals stand below their figures. */
  static List<Column> wide(Scene scene) {
    return new Columns(scene).build(false);
  }

  /** Everything that was counted or measured. */
  static List<Column> all(Scene scene) {
    Columns all = new Columns(scene);
    all.columns.add(Column.of("sent", "Messages that the transport took.", 0, Account::sent));
    all.columns.add(
        Column.of("refused", "Messages that it did not take, and said so.", 0, Account::refused));
    all.columns.add(Column.of("expected", "Deliveries that were due.", 0, Account::expected));
    all.columns.add(Column.of("received", "Deliveries that came.", 0, Account::received));
    all.accounts(false);
    all.figures(all.metrics.stream().map(metric -> new Ranked(metric, 0)).toList());
    return all.columns;
  }

  private List<Column> build(boolean isNarrow) {
    if (!isNarrow) {
      letters();
    }
    if (isAboutBearing()) {
      accounts(isNarrow);
      figures(BEARING.stream().map(metric -> new Ranked(metric, 1)).toList());
    } else {
      figures(QUIET);
      if (isNarrow && metrics.contains(Metric.RESPONSE_P99)) {
        columns.add(Column.intervalOf(Metric.RESPONSE_P99, 7));
      }
      figures(List.of(new Ranked(Metric.RESPONSE_MAX, 5)));
      columns.replaceAll(column -> column.heading().equals("max") ? column.withoutAside() : column);
      figures(MAIL);
      accounts(isNarrow);
      int costs = columns.size();
      figures(COSTS);
      columns.subList(costs, columns.size()).replaceAll(Column::withoutAside);
    }
    if (isNarrow) {
      letters();
    }
    return columns;
  }

  private void letters() {
    if (!scene.likeness().isOne()) {
      columns.add(Column.letters(scene.likeness()));
    }
  }

  private boolean isAboutBearing() {
    return scene.isFault() && metrics.stream().anyMatch(BEARING::contains);
  }

  private void accounts(boolean isNarrow) {
    columns.add(Column.of("lost", "Deliveries that never came.", 0, Account::lost));
    if (scene.findings().stream().anyMatch(finding -> finding.account().refused() > 0)) {
      refused(isNarrow);
    }
    columns.add(Column.of(
        isNarrow ? "rep" : "repeated", "Deliveries that came once more.", 5, Account::repeated));
    columns.add(Column.of(
        isNarrow ? "ord" : "reordered",
        "Deliveries that came after a later one of the same publisher.",
        6,
        Account::reordered));
    columns.add(Column.of(
        isNarrow ? "bad" : "corrupt",
        "Deliveries that were not what had been sent.",
        6,
        Account::corrupt));
  }

  private void refused(boolean isNarrow) {
    columns.add(Column.of(
        isNarrow ? "ref" : "refused",
        "Messages that the transport did not take, and said so.",
        0,
        Account::refused));
  }

  private void figures(List<Ranked> wanted) {
    wanted.stream()
        .filter(each -> metrics.contains(each.metric))
        .forEach(each -> columns.add(Column.of(each.metric, each.rank)));
  }

  private record Ranked(Metric metric, int rank) {}
}
