package io.belfry.server.log;

import io.belfry.message.Topic;
import java.util.Map;

/**
 * All that has changed in a part of the log.
 *
 * @param epoch the log's epoch
 * @param offset the offset of the last event in the log when this was read
 * @param heads the seq of the last event of each topic that has changed since
 */
public record Changes(String epoch, long offset, Map<Topic, Long> heads) {

  /** Copies the map. */
  public Changes {
    heads = Map.copyOf(heads);
  }
}
