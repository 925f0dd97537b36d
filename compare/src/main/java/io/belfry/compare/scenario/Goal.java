package io.belfry.compare.scenario;

import java.time.Duration;

/**
 * What a rate has to hold to be called sustainable: nothing is lost, refused, repeated, reordered
 * or corrupt, and of the response times so many are not above a limit.
 *
 * @param percent how many of 100
 * @param limit the limit
 */
public record Goal(double percent, Duration limit) {}
