package io.belfry.service;

import java.util.List;

/**
 * A page of contents.
 *
 * @param epoch the log's epoch
 * @param offset the offset of the last event that was in the log when this page was read
 * @param snapshots the contents, in the order of the topics' names
 * @param hasMore whether there may be more after the last one
 */
public record Snapshots(String epoch, long offset, List<Snapshot> snapshots, boolean hasMore) {

  /** Copies the list. */
  public Snapshots {
    snapshots = List.copyOf(snapshots);
  }
}
