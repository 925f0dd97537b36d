package io.belfry.service;

import io.belfry.message.Topic;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where topics stand.
 *
 * @param epoch the log's epoch
 * @param offset the offset of the last event in the log when this was read
 * @param heads the seq of the last event by topic, in the order of names
 * @param hasMore whether there may be more after the last one
 */
public record Heads(String epoch, long offset, Map<Topic, Long> heads, boolean hasMore) {

  /** Copies the map. */
  public Heads {
    heads = Collections.unmodifiableMap(new LinkedHashMap<>(heads));
  }
}
