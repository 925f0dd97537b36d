package io.belfry.compare.load;

import java.util.BitSet;
import org.HdrHistogram.Histogram;

/**
 * What a publisher has to say at the end.
 *
 * @param publisher its number
 * @param count how many messages it handed to the transport
 * @param refused the numbers of those that the transport has not taken, as it said
 * @param unconfirmed how many had no outcome when it was over
 * @param schedule how late each measured one was sent
 * @param own how late it was by the publisher's own fault: after the one before was handed off
 * @param blockedNanos how long it was held up by the transport
 * @param pending the most sends without an outcome at one time
 */
public record Sent(
    int publisher,
    long count,
    BitSet refused,
    long unconfirmed,
    Histogram schedule,
    Histogram own,
    long blockedNanos,
    long pending) {}
