package io.belfry.client.listening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimulationTest {

  private static final long FIRST = Long.getLong("belfry.seed", 0);
  private static final long WORLDS = Long.getLong("belfry.worlds", 400);

  @Test
  void in_every_world_each_event_comes_once_and_in_order_or_its_gap_is_told() {
    int events = 0;
    int gaps = 0;
    int renewals = 0;
    int crashes = 0;
    for (long seed = FIRST; seed < FIRST + WORLDS; seed++) {
      SimulatedWorld world = new SimulatedWorld(seed);
      try {
        world.run();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("Failed; to repeat it: -Dbelfry.seed=" + seed, e);
      }
      events += world.witness().events;
      gaps += world.witness().gaps;
      renewals += world.witness().renewals;
      crashes += world.crashes;
    }
    assertThat(events).as("something has happened").isPositive();
    assertThat(gaps).isPositive();
    assertThat(renewals).isPositive();
    assertThat(crashes).isPositive();
  }
}
