package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.belfry.tck.Waiting;
import io.belfry.transport.Side;
import io.belfry.transport.TransportException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Hub and spokes in one process, in a context that they share. The contract as a whole needs a
 * network, in order to cut it, so here stands what is different without one.
 */
class InprocTest {

  private final String endpoint = "inproc://" + UUID.randomUUID();
  private final Stage stage = new Stage().with("endpoint", endpoint);

  @AfterEach
  void clear() throws Exception {
    stage.close();
    Waiting.until("the threads ended", () -> libraryThreads().isEmpty());
  }

  @Test
  void all_patterns_work() {
    Vitals vitals = new Vitals(stage);
    for (int i = 0; i < 100; i++) {
      vitals.check();
    }
  }

  @Test
  void hubs_of_other_names_live_side_by_side() throws Exception {
    Vitals vitals = new Vitals(stage);
    try (Stage other = new Stage().with("endpoint", endpoint + "-other")) {
      new Vitals(other).check();
    }
    vitals.check();
  }

  @Test
  void a_spoke_that_finds_no_hub_harms_nobody() {
    Vitals vitals = new Vitals(stage);
    Map<String, String> astray = stage.settings(Side.SPOKE);
    astray.put("endpoint", endpoint + "-nowhere");
    astray.put("connect-timeout", "200ms");
    for (int i = 0; i < 4; i++) {
      assertThatExceptionOfType(TransportException.class)
          .isThrownBy(() -> stage.open(Side.SPOKE, astray));
    }
    vitals.check();
  }

  private static Set<String> libraryThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.matches("(iothread|reaper|belfry-zeromq).*"))
        .collect(Collectors.toSet());
  }
}
