package io.belfry.server.live;

import io.belfry.service.Cursor;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;

/** Has it remembered, now and then, how far a registered subscriber has got. */
final class Keeper {

  private static final Logger LOG = System.getLogger(Keeper.class.getName());

  private final Consumer<Cursor> memory;
  private Optional<Cursor> kept = Optional.empty();

  Keeper(Consumer<Cursor> memory) {
    this.memory = memory;
  }

  /**
   * Keeps a cursor, unless it is the last one kept.
   *
   * @return why the subscriber must end, if it must
   */
  synchronized Optional<ServiceException> keep(Cursor cursor) {
    if (kept.filter(cursor::equals).isPresent()) {
      return Optional.empty();
    }
    try {
      memory.accept(cursor);
      kept = Optional.of(cursor);
    } catch (ServiceException e) {
      if (e.code() == Code.FENCED || e.code() == Code.UNKNOWN_SUBSCRIPTION) {
        return Optional.of(e);
      }
      LOG.log(Level.DEBUG, "A cursor is kept later", e);
    }
    return Optional.empty();
  }
}
