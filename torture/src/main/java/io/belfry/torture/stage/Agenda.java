package io.belfry.torture.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Who is killed when: each kind evenly spread, at random moments. */
final class Agenda {

  /**
   * What is to be done.
   *
   * @param at when, in milliseconds from the beginning
   * @param target whom to kill, or to start again
   * @param isKill whether to kill it
   */
  record Act(long at, String target, boolean isKill) {}

  private static final int LONGEST_ABSENCE = 800;

  private final Random random;
  private final long millis;
  private final List<Act> acts = new ArrayList<>();

  Agenda(Random random, long millis) {
    this.random = random;
    this.millis = millis;
  }

  /** Kills so often, each time one of these, and starts it again soon after. */
  Agenda kill(int times, List<String> targets) {
    for (int i = 0; i < times && !targets.isEmpty(); i++) {
      long slot = millis / times;
      long at = slot * i + random.nextInt((int) Math.max(1, slot / 2));
      String target = targets.get(random.nextInt(targets.size()));
      long absence = random.nextInt((int) Math.max(1, Math.min(slot / 2, LONGEST_ABSENCE)));
      acts.add(new Act(at, target, true));
      acts.add(new Act(at + absence, target, false));
    }
    return this;
  }

  List<Act> acts() {
    return acts.stream().sorted(Comparator.comparingLong(Act::at)).toList();
  }
}
