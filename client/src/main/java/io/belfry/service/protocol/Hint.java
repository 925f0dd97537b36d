package io.belfry.service.protocol;

import io.belfry.settings.Spelling;
import java.util.List;
import java.util.Optional;

/** What a stranger may have meant. */
final class Hint {

  /** Longer ones are no slip of a pen. */
  private static final int LENGTH = 40;

  private Hint() {}

  /** The nearest of those that are known, or all of them, as the end of a sentence. */
  static String of(String written, List<String> known) {
    if (known.isEmpty()) {
      return "leave it out.";
    }
    return nearest(written, known)
        .map(meant -> "did you mean '" + meant + "'?")
        .orElse("there are " + String.join(", ", known) + ".");
  }

  private static Optional<String> nearest(String written, List<String> known) {
    return written.length() > LENGTH ? Optional.empty() : Spelling.nearest(written, known);
  }
}
