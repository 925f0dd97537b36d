package io.belfry.compare.run;

import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Comparison.Described;
import io.belfry.compare.scenario.Point;
import io.belfry.compare.scenario.Scenario;
import io.belfry.compare.venue.Wires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Does a comparison, from the first target's broker to the last figure. */
public final class Laboratory implements AutoCloseable {

  private final Order order;
  private final Watcher watcher;
  private final Trials trials;
  private final List<Booth> booths = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private int done;

  /**
   * Makes one for one comparison.
   *
   * @param order what is to be compared
   * @param troupes where those come from who take part
   * @param wires opens connections in this process
   * @param watcher is told how far it is
   */
  public Laboratory(Order order, Troupes troupes, Wires wires, Watcher watcher) {
    this.order = order;
    this.watcher = watcher;
    this.trials = new Trials(troupes, wires);
    order.targets().forEach(target -> booths.add(new Booth(target, wires)));
  }

  /**
   * Does it all. A trial that fails does not end the comparison: its finding says why.
   *
   * @return what came of it
   */
  public Comparison compare() {
    Instant created = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Map<String, String> fingerprint = Fingerprint.taken();
    booths.forEach(Booth::open);
    if (order.isRehearsed()) {
      trials.rehearse(
          booths.stream().map(Booth::venue).flatMap(Optional::stream).toList(), order.scenarios());
    }
    for (Scenario scenario : order.scenarios()) {
      scenario.points().forEach(point -> compare(scenario, point));
    }
    return new Comparison(
        created.toString(),
        order.command(),
        fingerprint,
        order.method(),
        booths.stream().map(Booth::contestant).toList(),
        order.scenarios().stream().map(this::described).toList(),
        cells.stream().map(Cell::finding).toList());
  }

  /** Repeats are interleaved, and each begins with another target: what passes meets all alike. */
  private void compare(Scenario scenario, Point point) {
    List<Cell> row =
        booths.stream().map(booth -> new Cell(scenario, point, booth)).toList();
    int repeats = order.repeats(scenario);
    for (int repeat = 0; repeat < repeats; repeat++) {
      for (int i = 0; i < row.size(); i++) {
        Cell cell = row.get((i + repeat) % row.size());
        watcher.begins(done++, order.trials(), cell.title());
        cell.run(trials);
      }
    }
    cells.addAll(row);
  }

  private Described described(Scenario scenario) {
    Map<String, String> settings = new LinkedHashMap<>(scenario.settings());
    settings
        .keySet()
        .removeAll(List.of("meaning", "pattern", "fault")); // They stand by themselves.
    settings.put("repeats", Integer.toString(order.repeats(scenario)));
    return new Described(
        scenario.name(),
        scenario.meaning(),
        word(scenario.pattern()),
        word(scenario.fault()),
        settings);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Writes all times as histogram logs, a file for each finding.
   *
   * @param directory where they go; it is made
   * @throws IOException if that is not possible
   */
  public void writeHistograms(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (Cell cell : cells) {
      if (!cell.recording().repeats().isEmpty()) {
        HdrFile.write(directory.resolve(cell.file()), cell.recording());
      }
    }
  }

  @Override
  public void close() {
    booths.forEach(Booth::close);
  }
}
