package io.belfry.benchmark;

import io.belfry.benchmark.program.Machine;
import io.belfry.benchmark.wire.Contestant;
import java.util.Map;

/** On what, and with what, the figures were measured. */
final class Fingerprint {

  private Fingerprint() {}

  static Map<String, Object> of(Arena arena) {
    Map<String, Object> facts = Machine.facts();
    facts.put(
        "contestants", arena.contestants().stream().map(Contestant::version).toList());
    arena.broker().ifPresent(broker -> facts.put("broker", broker));
    return facts;
  }
}
