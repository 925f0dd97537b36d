package io.belfry.packing.form;

/** What a pack holds; its number is the pack's first byte. */
enum Kind {
  /** What was published on one topic, or pushed into one queue. */
  MESSAGES(1),
  /** Requests to one service. */
  QUESTIONS(2),
  /** What requests have come to. */
  ANSWERS(3);

  private final byte number;

  Kind(int number) {
    this.number = (byte) number;
  }

  byte number() {
    return number;
  }
}
