package io.belfry.server.log;

import io.belfry.message.Topic;
import io.belfry.server.store.StoreException;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.time.Duration;

/** What the log says when it does not do what was asked. */
final class Refusals {

  private Refusals() {}

  static ServiceException unknown(Topic topic) {
    return new ServiceException(
        Code.UNKNOWN_TOPIC, "There is no topic '" + topic + "'; create it first.");
  }

  static ServiceException exists(Topic topic) {
    return new ServiceException(
        Code.TOPIC_EXISTS,
        "There is a topic '" + topic + "' already, with another mode or description.");
  }

  static ServiceException tooLarge(int size, int most) {
    return new ServiceException(
        Code.TOO_LARGE, "The content has " + size + " bytes; at most " + most + " are allowed.");
  }

  static ServiceException keyReused() {
    return new ServiceException(
        Code.KEY_REUSED, "The idempotency key was used for another publication; choose a new one.");
  }

  static ServiceException full(Duration retryAfter) {
    return ServiceException.busy(
        "Too many publications wait to be written; try again later.", retryAfter);
  }

  static ServiceException closed() {
    return new ServiceException(Code.CLOSED, "The log is closed; nothing was done.");
  }

  static ServiceException staleEpoch() {
    return new ServiceException(
        Code.STALE_CURSOR, "The place is in another log; this one has another epoch.");
  }

  static ServiceException beyond(long offset, long head) {
    return new ServiceException(
        Code.STALE_CURSOR,
        "The offset " + offset + " is not in the log, whose last one is " + head + ".");
  }

  static ServiceException of(StoreException e) {
    Code code = switch (e.kind()) {
      case SETUP, UNAVAILABLE -> Code.UNAVAILABLE;
      case UNKNOWN_OUTCOME -> Code.UNKNOWN_OUTCOME;
      case FAULT -> Code.INTERNAL;
    };
    return new ServiceException(code, String.valueOf(e.getMessage()), e);
  }

  static ServiceException fault(Throwable e) {
    return new ServiceException(
        Code.INTERNAL, "The log has failed; whether anything was done is not known.", e);
  }
}
