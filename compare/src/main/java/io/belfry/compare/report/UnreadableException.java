package io.belfry.compare.report;

import org.jspecify.annotations.Nullable;

/** A file is no comparison that can be read; the message is one sentence that says what to do. */
public final class UnreadableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableException(String sentence) {
    super(sentence);
  }

  UnreadableException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
