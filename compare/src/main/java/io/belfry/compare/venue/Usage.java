package io.belfry.compare.venue;

/**
 * What a process has used.
 *
 * @param cpuNanos the time of all processors since it was started
 * @param residentBytes the memory that it holds now
 */
public record Usage(long cpuNanos, long residentBytes) {}
