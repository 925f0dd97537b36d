package io.belfry.compare.worker;

import static io.belfry.compare.worker.Wording.decimal;
import static io.belfry.compare.worker.Wording.number;
import static io.belfry.compare.worker.Wording.object;
import static io.belfry.compare.worker.Wording.text;

import io.belfry.compare.load.Beat;
import io.belfry.compare.role.Part;
import io.belfry.compare.role.Role;
import io.belfry.compare.venue.Wiring;
import io.belfry.transport.Side;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts as JSON. */
final class PartCodec {

  private PartCodec() {}

  static Map<String, Object> write(Part part) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("role", part.role().name());
    said.put("number", part.number());
    said.put("transport", part.wiring().transport());
    said.put("settings", part.wiring().settings());
    said.put("isDirect", part.wiring().isDirect());
    said.put("side", part.side().name());
    said.put("run", part.run());
    said.put("size", part.size());
    said.put("interval", part.beat().interval());
    said.put("warmUp", part.beat().warmUp());
    said.put("total", part.beat().total());
    said.put("mostLate", part.mostLate().toNanos());
    said.put("pause", part.pause().toNanos());
    said.put("queue", part.queue());
    Map<String, Long> shifts = new HashMap<>();
    part.shifts().forEach((publisher, shift) -> shifts.put(publisher.toString(), shift));
    said.put("shifts", shifts);
    return said;
  }

  static Part read(Map<String, Object> said) {
    return new Part(
        Role.valueOf(text(said, "role")),
        (int) number(said, "number"),
        new Wiring(
            text(said, "transport"),
            texts(said.get("settings")),
            said.get("isDirect") == Boolean.TRUE),
        Side.valueOf(text(said, "side")),
        (int) number(said, "run"),
        (int) number(said, "size"),
        new Beat(decimal(said, "interval"), number(said, "warmUp"), number(said, "total")),
        Duration.ofNanos(number(said, "mostLate")),
        Duration.ofNanos(number(said, "pause")),
        (int) number(said, "queue"),
        shifts(object(said.get("shifts"))));
  }

  private static Map<String, String> texts(@Nullable Object said) {
    Map<String, String> texts = new HashMap<>();
    object(said).forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }

  private static Map<Integer, Long> shifts(Map<String, Object> said) {
    Map<Integer, Long> shifts = new HashMap<>();
    said.keySet()
        .forEach(publisher -> shifts.put(Integer.valueOf(publisher), number(said, publisher)));
    return shifts;
  }
}
