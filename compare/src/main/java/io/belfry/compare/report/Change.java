package io.belfry.compare.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that is not as it was.
 *
 * @param scenario the scenario's name
 * @param point the point of it
 * @param contestant the contestant's name
 * @param figure what changed, as it is named in the JSON file; empty if it is the whole finding
 * @param kind what the change is worth
 * @param before the figure as it was; not a number if there was none
 * @param after the figure as it is; not a number if there is none
 * @param text all of it in a sentence
 */
public record Change(
    String scenario,
    Map<String, String> point,
    String contestant,
    String figure,
    Kind kind,
    double before,
    double after,
    String text) {

  /** What a change is worth. */
  public enum Kind {
    /** It is worse than it was. */
    WORSE,
    /** It is better than it was. */
    BETTER,
    /** It is not as it was, but with so few repeats that may be noise. */
    UNSURE,
    /** It was measured, and is no longer. */
    GONE,
    /** It is measured, and was not. */
    NEW
  }

  /** For JSON. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", Names.written(kind));
    map.put("scenario", scenario);
    map.put("point", point);
    map.put("contestant", contestant);
    map.put("figure", figure);
    if (Double.isFinite(before)) {
      map.put("before", before);
    }
    if (Double.isFinite(after)) {
      map.put("after", after);
    }
    map.put("text", text);
    return map;
  }
}
