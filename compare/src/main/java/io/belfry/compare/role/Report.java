package io.belfry.compare.role;

import io.belfry.compare.load.Heard;
import io.belfry.compare.load.Sent;
import java.util.Optional;

/**
 * What one of them has to say at the end.
 *
 * @param role what it did
 * @param number its number
 * @param sent of a sender
 * @param heard of a receiver
 */
public record Report(Role role, int number, Optional<Sent> sent, Optional<Heard> heard) {}
