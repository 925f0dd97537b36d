package io.belfry.compare.run;

import io.belfry.compare.load.Heard;
import io.belfry.compare.load.Sent;
import io.belfry.compare.role.Cost;
import io.belfry.compare.role.Part;
import io.belfry.compare.role.Progress;
import io.belfry.compare.role.Report;
import io.belfry.compare.role.Troupe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** All who take part in a trial, in one process or in several. Used by one thread. */
final class Cast implements AutoCloseable {

  private final Troupes troupes;
  private final List<Troupe> hired = new ArrayList<>();

  /** By publisher, what to add to our clock to have its one. */
  private final Map<Integer, Long> senders = new HashMap<>();

  private OptionalLong start = OptionalLong.empty();

  private @Nullable Troupe spare;

  Cast(Troupes troupes) {
    this.troupes = troupes;
  }

  /**
   * Takes in more of them: senders before those who hear them, since these have to know their
   * clock.
   */
  void prepare(Part part) {
    boolean isNew = hired.isEmpty() || (troupes.isEachAlone() && spare == null);
    if (isNew) {
      hired.add(troupes.next());
    }
    Troupe troupe = spare == null ? hired.get(hired.size() - 1) : spare;
    spare = null;
    if (part.role().isSending()) {
      senders.put(part.number(), troupe.shift());
    }
    Map<Integer, Long> shifts = new HashMap<>();
    senders.forEach((sender, shift) -> shifts.put(sender, troupe.shift() - shift));
    troupe.prepare(List.of(part.shifted(shifts)));
    if (isNew && start.isPresent()) {
      troupe.begin(start.getAsLong());
    }
  }

  /** Has a troupe ready for somebody who comes later: its process takes its time to start. */
  void reserve() {
    if (troupes.isEachAlone()) {
      spare = troupes.next();
      hired.add(spare);
    }
  }

  void begin(long at) {
    start = OptionalLong.of(at);
    hired.forEach(troupe -> troupe.begin(at));
  }

  Progress progress() {
    return hired.stream().map(Troupe::progress).reduce(Progress.NONE, Progress::plus);
  }

  /** How far the clocks of two of them may be apart from what is thought. */
  long uncertainty() {
    return 2 * hired.stream().mapToLong(Troupe::uncertainty).max().orElse(0);
  }

  /** What all have to say; they stay connected until this is closed. */
  Outcome finish(long patience) {
    List<Report> reports = new ArrayList<>();
    Cost cost = Cost.NONE;
    for (Troupe troupe : hired) {
      reports.addAll(troupe.finish(patience));
      cost = cost.plus(troupe.cost());
    }
    return new Outcome(reports, cost);
  }

  @Override
  public void close() {
    for (int i = hired.size() - 1; i >= 0; i--) {
      hired.get(i).close();
    }
  }

  /** What all have to say. */
  record Outcome(List<Report> reports, Cost cost) {

    List<Sent> sent() {
      return reports.stream().map(Report::sent).flatMap(Optional::stream).toList();
    }

    /** By the number of the receiver. */
    List<Heard> heard() {
      return reports.stream()
          .filter(report -> report.heard().isPresent())
          .sorted((one, other) -> Integer.compare(one.number(), other.number()))
          .map(report -> report.heard().orElseThrow())
          .toList();
    }
  }
}
