package io.belfry.transport.zeromq;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;

/** The failures that are told in more than one place. */
final class Failures {

  private Failures() {}

  static TransportException closed(String what) {
    return new TransportException(Category.CLOSED, what + " is closed.");
  }

  static TransportException unreachable(Endpoints hub) {
    return new TransportException(
        Category.UNREACHABLE, "The hub at " + hub + " does not answer; is it running?");
  }

  static TransportException noRoom(String what) {
    return new TransportException(
        Category.TIMED_OUT, "There was no room for " + what + " within the send time-out.");
  }
}
