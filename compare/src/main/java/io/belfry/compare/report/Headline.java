package io.belfry.compare.report;

/**
 * A sentence of the summary.
 *
 * @param kind what it is about
 * @param text the sentence
 */
record Headline(Kind kind, String text) {

  /** What a headline is about, in the order in which they are told. */
  enum Kind {
    /** The whole, in one sentence. */
    LEADING("In short"),
    /** What the service makes of a bare transport when something breaks. */
    SERVICE("Without the service, and with it"),
    /** Losses and other flaws where nothing was broken. */
    ACCOUNT("What arrived"),
    /** Who is the fastest. */
    RESPONSE("Response times"),
    /** Who carries the most. */
    RATE("Sustained rates"),
    /** What went wrong in the laboratory. */
    PROBLEM("What could not be measured"),
    /** What a reader must know before he believes the figures. */
    WARNING("Before you believe the figures");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }
}
