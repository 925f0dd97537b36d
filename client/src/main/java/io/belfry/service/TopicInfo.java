package io.belfry.service;

import java.time.Instant;
import java.util.Optional;

/**
 * A topic and how it stands.
 *
 * @param spec what it is
 * @param head the seq of its last event; 0 if there was none
 * @param first the seq of the oldest event that is kept; one more than the head if there is none
 * @param changed when the last event was published, if there was one
 * @param subscribers how many subscriptions want it
 * @param mailboxes how many confirmed addresses want it
 */
public record TopicInfo(
    TopicSpec spec,
    long head,
    long first,
    Optional<Instant> changed,
    long subscribers,
    long mailboxes) {}
