package io.belfry.torture.checking;

import io.belfry.torture.checking.Violation.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The violations found so far. */
final class Findings {

  /** One fault shows at many places; more than this nobody reads. */
  private static final int MOST = 1_000;

  private final List<Violation> violations = new ArrayList<>();

  void add(Kind kind, String actor, String topic, long seq, String sentence) {
    if (violations.size() < MOST) {
      violations.add(new Violation(kind, actor, topic, seq, sentence));
    }
  }

  List<Violation> violations() {
    return Collections.unmodifiableList(violations);
  }
}
