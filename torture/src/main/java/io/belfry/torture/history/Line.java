package io.belfry.torture.history;

/**
 * A line of a history.
 *
 * @param at when it was written, in milliseconds by the clock of the machine
 * @param entry what happened
 */
public record Line(long at, Entry entry) {}
