package io.belfry.packing.form;

import java.util.List;

/**
 * Requests that travel together.
 *
 * @param asker to whom the answers go: so many characters of hexadecimal
 * @param questions the requests, in the order in which they were made
 */
public record Questions(String asker, List<Question> questions) {

  /** The characters of an asker. */
  public static final int ASKER_LENGTH = 32;

  /** Copies the questions. */
  public Questions {
    questions = List.copyOf(questions);
  }
}
