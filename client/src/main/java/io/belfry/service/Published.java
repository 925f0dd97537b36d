package io.belfry.service;

import java.time.Instant;

/**
 * The place of an event in the log.
 *
 * @param epoch the log's epoch
 * @param offset its place among all events
 * @param seq its place in its topic
 * @param at when it was appended
 * @param isRepeat whether its key was known, so that this is the first result once more
 */
public record Published(String epoch, long offset, long seq, Instant at, boolean isRepeat) {}
