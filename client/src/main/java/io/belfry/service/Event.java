package io.belfry.service;

import io.belfry.message.Topic;
import java.time.Instant;

/**
 * Something that was published.
 *
 * @param epoch the log's epoch
 * @param offset its place among all events
 * @param topic what it is about
 * @param seq its place in the topic
 * @param at when it was appended
 * @param content what has changed
 */
public record Event(
    String epoch, long offset, Topic topic, long seq, Instant at, Content content) {}
