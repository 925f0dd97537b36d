package io.belfry.server.log;

/** Where the log stands, as far as this process has heard. Safe for any thread. */
final class Position {

  private String epoch;
  private long head;

  Position(LogRow log) {
    this.epoch = log.epoch();
    this.head = log.head();
  }

  /** What was read later may be told earlier, so the head never goes back. */
  synchronized void learn(String newEpoch, long newHead) {
    if (newHead >= head) {
      epoch = newEpoch;
      head = newHead;
    }
  }

  synchronized String epoch() {
    return epoch;
  }

  synchronized long head() {
    return head;
  }
}
