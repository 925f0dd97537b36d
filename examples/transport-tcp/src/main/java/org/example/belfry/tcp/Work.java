package org.example.belfry.tcp;

import io.belfry.message.Message;

/**
 * A piece of work.
 *
 * @param number its place in the queue
 * @param message what is to be done
 * @param failures how often a worker has failed at it
 */
record Work(long number, Message message, int failures) {

  Work failedAndNow(long place) {
    return new Work(place, message, failures + 1);
  }

  Frame frame() {
    return Frame.of(Kind.WORK, 0, "", message).numbered(number);
  }
}
