package io.belfry.compare.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that is done with every target.
 *
 * @param name its name
 * @param meaning one sentence about it
 * @param pattern what is done with messages
 * @param fault what goes wrong meanwhile
 * @param points what is varied, in the order in which it is done
 * @param warmUp how long messages flow before it is measured
 * @param duration how long it is measured
 * @param repeats how often each point is repeated
 * @param after how long all goes well before the fault begins, of the duration
 * @param lasting how long the fault lasts, where it ends
 * @param pause how long a slow subscriber takes for each message
 * @param queue how many messages may wait at a subscriber of the bare transport
 * @param patience how long is waited at the end for what has not come
 * @param search the goal, if the highest rate that holds it is searched for
 * @param settings every setting of it, as a reader writes it, in order
 */
public record Scenario(
    String name,
    String meaning,
    Pattern pattern,
    Fault fault,
    List<Point> points,
    Duration warmUp,
    Duration duration,
    int repeats,
    Duration after,
    Duration lasting,
    Duration pause,
    int queue,
    Duration patience,
    Optional<Goal> search,
    Map<String, String> settings) {}
