package io.belfry.server.log;

import io.belfry.server.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One round of retention. It walks through the log from the oldest event on, passing by the last
 * event of each topic, until it meets one that may stay: those after it are younger.
 */
final class Housekeeping {

  private static final int STEP = 500;

  private final Store store;
  private final LogConfig config;
  private final long now;
  private final OptionalLong neededFrom;

  /** How much must go yet; nothing if that is not above 0. */
  private long tooManyEvents;

  private long tooManyBytes;
  private boolean hasMetYounger;

  Housekeeping(Store store, LogConfig config, long now, OptionalLong neededFrom) {
    this.store = store;
    this.config = config;
    this.now = now;
    this.neededFrom = neededFrom;
  }

  /** Returns how many events were deleted. */
  long run() {
    deleteKeys();
    LogRow log = store.read(LogRow::read);
    tooManyEvents = log.keptEvents() - config.retention().maxEvents();
    tooManyBytes = log.keptBytes() - config.retention().maxBytes();
    long deleted = 0;
    List<Candidate> step = candidates(0);
    while (!step.isEmpty() && !hasMetYounger) {
      Map<Long, Candidate> victims = victims(step);
      if (!victims.isEmpty()) {
        deleted +=
            store.inTransaction(handle -> Purge.upTo(handle, store.dialect(), victims.values()));
      }
      step = candidates(step.get(step.size() - 1).offset());
    }
    return deleted;
  }

  private List<Candidate> candidates(long after) {
    return store.read(handle -> Candidate.after(handle, after, STEP));
  }

  /** Of each topic the last one that goes; those before it go, too. */
  private Map<Long, Candidate> victims(List<Candidate> step) {
    Map<Long, Candidate> victims = new HashMap<>();
    for (Candidate candidate : step) {
      if (candidate.isLast()) {
        continue;
      }
      if (!goes(candidate)) {
        hasMetYounger = true;
        break;
      }
      victims.put(candidate.topic(), candidate);
      tooManyEvents--;
      tooManyBytes -= candidate.size();
    }
    return victims;
  }

  private boolean goes(Candidate event) {
    Retention limits = config.retention();
    return tooManyEvents > 0
        || tooManyBytes > 0
        || limits.age().filter(age -> event.at() < now - age.toMillis()).isPresent()
        || (isUnneeded(event)
            && limits
                .ageUnneeded()
                .filter(age -> event.at() < now - age.toMillis())
                .isPresent());
  }

  private boolean isUnneeded(Candidate event) {
    return neededFrom.isEmpty() || event.offset() < neededFrom.getAsLong();
  }

  private void deleteKeys() {
    long before = now - config.keyWindow().toMillis();
    int deleted = STEP;
    while (deleted == STEP) {
      deleted = store.inTransaction(handle -> handle.execute(
          "DELETE FROM publication_key WHERE name IN"
              + " (SELECT name FROM publication_key WHERE at < ? ORDER BY at LIMIT ?)",
          before,
          STEP));
    }
  }
}
