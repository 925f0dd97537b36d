package io.belfry.compare.load;

import java.util.BitSet;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What a receiver has to say at the end.
 *
 * @param seen by publisher, the numbers of the messages that came
 * @param received how many came, repeated ones included, corrupt ones not
 * @param repeated how many came once more
 * @param reordered how many came for the first time after a later one of the same publisher
 * @param corrupt how many were damaged, or nobody's
 * @param response from when it was due to when it came, for each that counts
 * @param service from when it was sent to when it came, for each that counts
 * @param track what came when
 */
public record Heard(
    Map<Integer, BitSet> seen,
    long received,
    long repeated,
    long reordered,
    long corrupt,
    Histogram response,
    Histogram service,
    Track track) {}
