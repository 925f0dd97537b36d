package io.belfry.torture.history;

/** One thing that happened to an actor. All parts are plain, so that nothing has to be trusted. */
public sealed interface Entry {

  /**
   * A publisher is about to publish for the first time.
   *
   * @param key the idempotency key
   * @param topic the topic's name
   * @param content what is published; no other intent has the same
   */
  record Intent(String key, String topic, String content) implements Entry {}

  /**
   * A publisher was told that its event is in the log.
   *
   * @param key the idempotency key
   * @param epoch the log's epoch
   * @param offset the place in the log
   * @param topic the topic's name
   * @param seq the place in the topic
   * @param isRepeat whether the answer said that the key was known
   */
  record Acknowledged(
      String key, String epoch, long offset, String topic, long seq, boolean isRepeat)
      implements Entry {

    /**
     * Where the event is.
     *
     * @return its place
     */
    public Place place() {
      return new Place(epoch, topic, seq);
    }
  }

  /**
   * An attempt to publish failed.
   *
   * @param key the idempotency key
   * @param code the code of the failure
   */
  record Failed(String key, String code) implements Entry {}

  /**
   * A topic is there.
   *
   * @param topic the topic's name
   * @param isAppending whether its content is made up of all events
   */
  record Created(String topic, boolean isAppending) implements Entry {}

  /**
   * A subscriber is about to listen.
   *
   * @param filter which topics
   * @param start {@code now}, {@code from SEQ}, {@code after CURSOR} or {@code as NAME}
   */
  record Begun(String filter, String start) implements Entry {}

  /** The listening says that it misses nothing from here on. */
  record Ready() implements Entry {}

  /**
   * The listener got a snapshot.
   *
   * @param epoch the log's epoch
   * @param topic the topic's name
   * @param seq the last event in it
   * @param first the first event in it
   * @param content the content
   */
  record Shown(String epoch, String topic, long seq, long first, String content) implements Entry {}

  /**
   * The listener got an event.
   *
   * @param epoch the log's epoch
   * @param offset the place in the log
   * @param topic the topic's name
   * @param seq the place in the topic
   * @param content what was published
   */
  record Delivered(String epoch, long offset, String topic, long seq, String content)
      implements Entry {

    /**
     * Where the event is.
     *
     * @return its place
     */
    public Place place() {
      return new Place(epoch, topic, seq);
    }
  }

  /**
   * The listener was told of a gap.
   *
   * @param reason the reason's name
   * @param epoch the log's epoch from now on
   * @param topic the topic's name, or nothing if it is the whole log
   * @param from the first seq that is missing
   * @param to the last seq that is missing
   */
  record Missed(String reason, String epoch, String topic, long from, long to) implements Entry {}

  /**
   * A subscriber has kept its cursor, from which it goes on after a crash.
   *
   * @param cursor the cursor's text
   */
  record Kept(String cursor) implements Entry {}

  /**
   * A subscriber has closed its listening, and nothing came after that.
   *
   * @param cursor the cursor's text then
   */
  record Closed(String cursor) implements Entry {}

  /**
   * A listening has ended without being closed.
   *
   * @param code why
   */
  record Ended(String code) implements Entry {}

  /** The actor has done all that it was to do: its history is whole. */
  record Finished() implements Entry {}

  /**
   * What the wire has spoilt for this actor since it was started.
   *
   * @param dropped messages that it swallowed
   * @param repeated messages that it brought twice
   * @param delayed messages that it held back, so that others overtook them
   */
  record Spoilt(long dropped, long repeated, long delayed) implements Entry {}

  /**
   * A process was killed on purpose.
   *
   * @param process its name
   */
  record Killed(String process) implements Entry {}

  /**
   * A process that nobody had killed came to an end, though it had all that it needs.
   *
   * @param process its name
   */
  record Died(String process) implements Entry {}
}
