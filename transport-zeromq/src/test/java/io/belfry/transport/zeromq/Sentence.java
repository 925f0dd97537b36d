package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

/** What a user reads when something is wrong. */
final class Sentence {

  private Sentence() {}

  /** One line, and nothing but a sentence, since that is what a terminal shows. */
  static void requireOne(Throwable failure) {
    assertThat(failure.getMessage())
        .matches("['\\p{Lu}][^\\n]*[.?]")
        .doesNotContain("null", "Exception", "..", "io.belfry");
  }
}
