package io.belfry.server.log;

import io.belfry.service.TopicSpec;
import java.time.Instant;
import java.util.Optional;

/**
 * A topic and how it stands in the log.
 *
 * @param spec what it is
 * @param head the seq of its last event; 0 if there was none
 * @param first the seq of the oldest event that is kept; one more than the head if there is none
 * @param changed when the last event was published, if there was one
 */
public record TopicState(TopicSpec spec, long head, long first, Optional<Instant> changed) {}
