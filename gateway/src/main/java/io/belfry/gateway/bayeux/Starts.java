package io.belfry.gateway.bayeux;

import io.belfry.gateway.live.From;
import io.belfry.service.Cursor;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.util.Map;
import java.util.Optional;

/** Where a subscription begins, as its message says. */
final class Starts {

  private Starts() {}

  /**
   * Reads it.
   *
   * @param ext the field {@code ext.belfry}
   * @return the start; none if nothing is said
   * @throws ServiceException with {@code BAD_REQUEST} and a sentence
   */
  static Optional<From> of(Map<?, ?> ext) {
    if (ext.isEmpty()) {
      return Optional.empty();
    }
    if (ext.size() == 1) {
      try {
        Object from = ext.get("from");
        if (from instanceof Long || from instanceof Integer) {
          return Optional.of(new From.Seq(((Number) from).longValue()));
        }
        if (ext.get("after") instanceof String cursor) {
          return Optional.of(new From.After(Cursor.parse(cursor)));
        }
        if (ext.get("contents") instanceof Boolean wanted) {
          return Optional.of(wanted ? new From.Contents() : new From.End());
        }
      } catch (IllegalArgumentException e) {
        throw new ServiceException(Code.BAD_REQUEST, String.valueOf(e.getMessage()), e);
      }
    }
    throw new ServiceException(
        Code.BAD_REQUEST,
        "A subscription's ext.belfry has either 'from' with a seq, 'after' with a cursor, or"
            + " 'contents' with true.");
  }
}
