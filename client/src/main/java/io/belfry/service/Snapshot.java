package io.belfry.service;

import io.belfry.message.Topic;

/**
 * The content of a topic at one time.
 *
 * @param epoch the log's epoch
 * @param topic the topic
 * @param mode how its events make up its content
 * @param seq the seq of the last event that is in it; 0 if there was none
 * @param first the seq of the first event that is in it; one more than {@code seq} if there is none
 * @param content the content; empty if there was no event
 */
public record Snapshot(
    String epoch, Topic topic, Mode mode, long seq, long first, Content content) {}
