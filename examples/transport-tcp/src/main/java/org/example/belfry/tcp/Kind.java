package org.example.belfry.tcp;

/**
 * What a frame says, and the letter that stands for it on the wire. Those that are
 * <em>answered</em> get a {@link #REPLY} with their number.
 */
enum Kind {
  /** Both ways: a sign of life, and nothing else. */
  HEARTBEAT('h'),

  /**
   * To the hub: the subscription {@code to} wants the topics of the filter {@code name}. Answered.
   */
  SUBSCRIBE('s'),
  /** To the hub: the server {@code to} answers requests to the service {@code name}. Answered. */
  SERVE('v'),
  /**
   * To the hub: the worker {@code to} takes work from the queue {@code name}, and holds at most as
   * much as the header {@code prefetch} says. Answered.
   */
  PULL('l'),
  /** To the hub: the receiver {@code to} takes nothing more. */
  LEAVE('x'),

  /** Both ways: a message on the topic {@code name}. The hub sends it to each spoke once. */
  PUBLISH('p'),

  /**
   * To the hub: a request to the service {@code name}. Answered. From the hub: the same for the
   * server {@code to}, asked by the spoke {@code from}; what is not begun is sent back as it came.
   */
  REQUEST('q'),
  /**
   * Both ways: what has become of the request or other frame {@code number} of the spoke
   * {@code to}. The name is the status.
   */
  REPLY('r'),

  /** To the hub: work for the queue {@code name}. Answered. */
  PUSH('u'),
  /** From the hub: work for the worker {@code to}; what is not begun is sent back as it came. */
  WORK('w'),
  /** To the hub: the worker {@code to} has done the work {@code number}. */
  DONE('d'),
  /** To the hub: the worker {@code to} has failed at the work {@code number}. */
  FAILED('f');

  private static final Kind[] ALL = values();

  private final byte code;

  Kind(char code) {
    this.code = (byte) code;
  }

  /** Its letter. */
  byte code() {
    return code;
  }

  static Kind of(byte code) {
    for (Kind kind : ALL) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("There is no kind of frame with the code " + code + ".");
  }
}
