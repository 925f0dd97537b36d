package io.belfry.torture.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgendaTest {

  private static final long MILLIS = 60_000;

  private static List<Agenda.Act> acts(long seed) {
    return new Agenda(new Random(seed), MILLIS)
        .kill(20, List.of("server-1", "server-2"))
        .kill(0, List.of("nobody"))
        .kill(3, List.of())
        .acts();
  }

  @Test
  void every_part_of_the_time_has_its_kill() {
    List<Long> kills =
        acts(1).stream().filter(Agenda.Act::isKill).map(Agenda.Act::at).toList();
    assertThat(kills).hasSize(20);
    for (int i = 0; i < 20; i++) {
      assertThat(kills.get(i)).isBetween(i * 3_000L, (i + 1) * 3_000L - 1);
    }
  }

  @Test
  void whoever_is_killed_is_started_again_before_the_next_kill() {
    List<Agenda.Act> acts = acts(2);
    assertThat(acts).hasSize(40);
    for (int i = 0; i < acts.size(); i += 2) {
      assertThat(acts.get(i).isKill()).isTrue();
      assertThat(acts.get(i + 1).isKill()).isFalse();
      assertThat(acts.get(i + 1).target()).isEqualTo(acts.get(i).target());
    }
    assertThat(acts.get(acts.size() - 1).at()).isLessThan(MILLIS);
  }

  @Test
  void the_seed_decides() {
    assertThat(acts(3)).isEqualTo(acts(3)).isNotEqualTo(acts(4));
  }
}
