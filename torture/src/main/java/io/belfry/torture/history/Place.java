package io.belfry.torture.history;

/**
 * The place of an event in the log.
 *
 * @param epoch the log's epoch
 * @param topic the topic's name
 * @param seq its place in the topic
 */
public record Place(String epoch, String topic, long seq) {

  /** For people: {@code TOPIC:SEQ}. */
  @Override
  public String toString() {
    return topic + ":" + seq;
  }
}
