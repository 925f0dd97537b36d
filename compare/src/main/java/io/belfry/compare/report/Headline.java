package io.belfry.compare.report;

/**
 * A sentence of the summary.
 *
 * @param kind what kind of sentence it is
 * @param about the scenario, and who, if it is not told of all; else empty
 * @param text what is told of it
 */
record Headline(Kind kind, String about, String text) {

  /** All of it. */
  String sentence() {
    return about.isEmpty() ? text : about + ": " + text;
  }

  /** What kinds there are, in the order in which they are told. */
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
