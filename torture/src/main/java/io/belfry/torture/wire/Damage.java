package io.belfry.torture.wire;

/**
 * What a wire has spoilt.
 *
 * @param dropped messages that it swallowed
 * @param repeated messages that it brought twice
 * @param delayed messages that it held back
 */
public record Damage(long dropped, long repeated, long delayed) {}
