package io.belfry.compare.run;

import io.belfry.compare.role.Part;
import io.belfry.compare.role.Role;
import io.belfry.compare.scenario.Fault;
import io.belfry.compare.scenario.Layer;
import io.belfry.compare.scenario.Pattern;
import io.belfry.compare.scenario.Scenario;
import io.belfry.compare.venue.Wiring;
import io.belfry.transport.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who plays what in a trial. */
final class Parts {

  /** Who is so late can't keep the rate. */
  private static final Duration LATE = Duration.ofSeconds(3);

  private static final Duration LATE_IN_SEARCH = Duration.ofMillis(400);
  private static final Duration LATE_WITH_FAULT = Duration.ofSeconds(30);

  private final Trial trial;
  private final Scenery scenery;

  Parts(Trial trial, Scenery scenery) {
    this.trial = trial;
    this.scenery = scenery;
  }

  /** Those who are there from the beginning, the hub first. */
  List<Part> first() {
    List<Part> parts = new ArrayList<>();
    if (trial.scenario().pattern() == Pattern.REQREP) {
      all(parts, Role.ANSWER, trial.point().subscribers());
      all(parts, Role.ASK, trial.point().publishers());
      return parts;
    }
    all(parts, sending(), trial.point().publishers());
    for (int i = isFirstLate() ? 1 : 0; i < trial.point().subscribers(); i++) {
      parts.add(part(hearing(), i, false));
    }
    return parts;
  }

  /** The one who joins later. */
  Part late() {
    return part(hearing(), 0, false);
  }

  private boolean isFirstLate() {
    return trial.scenario().fault() == Fault.LATE_JOINER;
  }

  private void all(List<Part> parts, Role role, int count) {
    for (int i = 0; i < count; i++) {
      parts.add(part(role, i, parts.isEmpty()));
    }
  }

  private boolean isServed() {
    return trial.scenario().pattern() == Pattern.NOTIFY || trial.point().layer() == Layer.SERVICE;
  }

  private Role sending() {
    if (isServed()) {
      return Role.ANNOUNCE;
    }
    return trial.scenario().pattern() == Pattern.PIPELINE ? Role.PUSH : Role.PUBLISH;
  }

  private Role hearing() {
    if (isServed()) {
      return Role.LISTEN;
    }
    return trial.scenario().pattern() == Pattern.PIPELINE ? Role.PULL : Role.SUBSCRIBE;
  }

  private Part part(Role role, int number, boolean isFirst) {
    Scenario scenario = trial.scenario();
    boolean isSpecial = role.isHearing() && number == 0;
    Wiring wiring = isSpecial ? scenery.first() : scenery.wiring();
    return new Part(
        role,
        number,
        wiring,
        isFirst && !scenery.hasHub() ? Side.HUB : Side.SPOKE,
        trial.number(),
        trial.point().size(),
        trial.beat(),
        mostLate(),
        isSpecial ? scenario.pause() : Duration.ZERO,
        scenario.queue(),
        Map.of());
  }

  private Duration mostLate() {
    if (trial.scenario().search().isPresent()) {
      return LATE_IN_SEARCH;
    }
    return trial.scenario().fault() == Fault.NONE ? LATE : LATE_WITH_FAULT;
  }
}
