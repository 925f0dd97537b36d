package io.belfry.service;

import io.belfry.message.Topic;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a receiver has got: it has every event up to an offset that it wants, and of some topics
 * a few more. Its text form can be kept anywhere.
 *
 * @param epoch the log's epoch
 * @param offset every event up to this one has been received
 * @param ahead the last seq received of topics of which there is more than that
 */
public record Cursor(String epoch, long offset, Map<Topic, Long> ahead) {

  private static final char SEPARATOR = '/';

  /**
   * Checks the parts and sorts the map.
   *
   * @throws IllegalArgumentException if the epoch is not a word of letters and digits, or a number
   *     is negative
   */
  public Cursor {
    if (!Epochs.isWellFormed(epoch)) {
      throw new IllegalArgumentException("The epoch of a cursor is a word of letters and digits.");
    }
    if (offset < 0 || ahead.values().stream().anyMatch(seq -> seq < 1)) {
      throw new IllegalArgumentException("A cursor's numbers can't be negative.");
    }
    TreeMap<Topic, Long> sorted = new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
    sorted.putAll(ahead);
    ahead = Collections.unmodifiableMap(sorted);
  }

  /**
   * A cursor with nothing ahead.
   *
   * @param epoch the log's epoch
   * @param offset every event up to this one has been received
   * @return the cursor
   */
  public static Cursor at(String epoch, long offset) {
    return new Cursor(epoch, offset, Map.of());
  }

  /**
   * Reads the text form.
   *
   * @param text what {@link #toString} wrote
   * @return the cursor
   * @throws IllegalArgumentException with one sentence, if it is no cursor
   */
  public static Cursor parse(String text) {
    String[] parts = text.split(String.valueOf(SEPARATOR), -1);
    if (parts.length < 2) {
      throw unreadable();
    }
    Map<Topic, Long> ahead = new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
    for (int i = 2; i < parts.length; i++) {
      int colon = parts[i].indexOf(':');
      if (colon < 1) {
        throw unreadable();
      }
      ahead.put(new Topic(parts[i].substring(0, colon)), number(parts[i].substring(colon + 1)));
    }
    return new Cursor(parts[0], number(parts[1]), ahead);
  }

  /** The text form: {@code EPOCH/OFFSET}, and {@code /TOPIC:SEQ} for each that is ahead. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(epoch).append(SEPARATOR).append(offset);
    ahead.forEach(
        (topic, seq) -> text.append(SEPARATOR).append(topic).append(':').append(seq));
    return text.toString();
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw unreadable();
    }
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException(
        "This is no cursor; it looks like EPOCH/OFFSET or EPOCH/OFFSET/TOPIC:SEQ.");
  }
}
