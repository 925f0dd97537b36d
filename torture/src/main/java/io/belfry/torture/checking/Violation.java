package io.belfry.torture.checking;

/**
 * A promise that was broken.
 *
 * @param kind which promise
 * @param actor in whose history it shows
 * @param topic the topic's name, or nothing if it is not about one
 * @param seq the first event that it is about, or 0 if it is not about one
 * @param sentence what is wrong
 */
public record Violation(Kind kind, String actor, String topic, long seq, String sentence) {

  /** The promises. */
  public enum Kind {
    /** An event did not come, and no gap tells so. */
    LOST,
    /** An event came once more, and no cursor explains it. */
    REPEATED,
    /** An event came after one with a higher seq. */
    OUT_OF_ORDER,
    /** One place in the log has two contents, or two offsets. */
    CHANGED,
    /** Nobody has published this. */
    INVENTED,
    /** A listener got what it had not asked for. */
    UNWANTED,
    /** One publication has two places in the log. */
    PUBLISHED_TWICE,
    /** Two publications have one place in the log, or two events one offset. */
    SAME_PLACE,
    /** A key that was acknowledged before was not known any more. */
    KEY_FORGOTTEN,
    /** Offsets and seqs, or offsets and time, disagree. */
    OFFSET_ORDER,
    /** A gap was told where none is allowed. */
    FORBIDDEN_GAP,
    /** A gap was told where there is none. */
    FALSE_GAP,
    /** The log's epoch changed, and no gap tells so. */
    UNANNOUNCED_LOG,
    /** A snapshot is not what the events make. */
    WRONG_SNAPSHOT,
    /** A snapshot lacks what was acknowledged before it was asked for. */
    STALE_SNAPSHOT,
    /** A cursor covers what was not received, or not what was. */
    WRONG_CURSOR,
    /** A listener was called after it had been closed. */
    AFTER_CLOSE,
    /** Something was refused, or ended, that should not be. */
    REFUSED,
    /** A process ended by itself. */
    DIED,
    /** A history stops before its actor had done all. */
    UNFINISHED
  }

  @Override
  public String toString() {
    String place = topic.isEmpty() ? "" : " " + topic + (seq > 0 ? ":" + seq : "");
    return kind + " " + actor + place + ": " + sentence;
  }
}
