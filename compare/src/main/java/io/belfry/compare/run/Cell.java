package io.belfry.compare.run;

import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Run;
import io.belfry.compare.scenario.Point;
import io.belfry.compare.scenario.Scenario;
import io.belfry.compare.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One scenario at one point for one target, over all repeats. */
final class Cell {

  private final Scenario scenario;
  private final Point point;
  private final Booth booth;
  private final Recording recording = new Recording();
  private final List<Run> runs = new ArrayList<>();
  private String problem;
  private int failures;
  private boolean isHopeless;

  Cell(Scenario scenario, Point point, Booth booth) {
    this.scenario = scenario;
    this.point = point;
    this.booth = booth;
    this.problem = booth.problem();
  }

  void run(Trials trials) {
    if (isHopeless || booth.venue().isEmpty()) {
      return;
    }
    try {
      Measured measured = trials.run(scenario, point, booth.venue().get());
      runs.add(measured.run());
      recording.add(measured.times());
    } catch (Venue.Missing e) {
      isHopeless = true;
      problem = Reason.of(e);
    } catch (RuntimeException e) {
      failures++;
      problem = Reason.of(e);
    }
  }

  Recording recording() {
    return recording;
  }

  Finding finding() {
    return new Finding(
        scenario.name(),
        point.varied(),
        booth.name(),
        Guarantees.promise(booth.guarantees(), scenario.pattern(), point),
        List.copyOf(runs),
        recording.curves(),
        failures > 0 && !runs.isEmpty()
            ? failures + " of " + (failures + runs.size()) + " repeats failed: " + problem
            : problem);
  }

  String title() {
    return scenario.name() + varied(" ") + " " + booth.name();
  }

  /** A name that every file system takes. */
  String file() {
    return (scenario.name() + varied(".") + "." + booth.name()).replaceAll("[^A-Za-z0-9.=_-]", "_")
        + ".hdr";
  }

  private String varied(String before) {
    return point.varied().entrySet().stream()
        .map(each -> before + each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining());
  }
}
