package io.belfry.service;

import java.time.Instant;
import java.util.List;

/**
 * How a service is.
 *
 * @param server the name of the server that answered
 * @param version its version
 * @param since when it was started
 * @param store the kind of its store
 * @param epoch the log's epoch
 * @param offset the offset of the last event
 * @param first the offset of the oldest event that is kept; one more than the last if there is none
 * @param topics how many topics there are
 * @param subscriptions how many subscriptions there are
 * @param mails how the mails go
 * @param waiting how many publications wait to be written here
 * @param servers the names of all servers on this store that were heard of lately
 */
public record Status(
    String server,
    String version,
    Instant since,
    String store,
    String epoch,
    long offset,
    long first,
    long topics,
    long subscriptions,
    Mails mails,
    long waiting,
    List<String> servers) {

  /** Copies the list. */
  public Status {
    servers = List.copyOf(servers);
  }
}
