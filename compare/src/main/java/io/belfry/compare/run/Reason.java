package io.belfry.compare.run;

import java.util.concurrent.CompletionException;

/** What a failure says to a reader. */
final class Reason {

  private Reason() {}

  static String of(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String said = cause.getMessage();
    return said == null || said.isBlank() ? "It failed with " + cause + "." : said.strip();
  }
}
