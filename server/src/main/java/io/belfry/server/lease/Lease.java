package io.belfry.server.lease;

import java.time.Instant;

/**
 * The right to do a piece of work, for some time.
 *
 * @param name which work
 * @param holder who has it
 * @param fence higher each time that somebody takes it
 * @param until when it ends unless it is renewed, by the database's clock
 */
public record Lease(String name, String holder, long fence, Instant until) {}
