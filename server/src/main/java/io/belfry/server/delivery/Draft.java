package io.belfry.server.delivery;

import io.belfry.service.Event;
import io.belfry.service.Gap;
import java.util.List;

/**
 * What a notice is to tell.
 *
 * @param through up to which offset everything is in it
 * @param events what was published
 * @param gaps what is kept no more
 */
record Draft(long through, List<Event> events, List<Gap> gaps) {

  /** Whether there is anything to tell. */
  boolean isEmpty() {
    return events.isEmpty() && gaps.isEmpty();
  }
}
