package io.belfry.compare.run;

import io.belfry.compare.result.Run;
import io.belfry.compare.result.Timed;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What came of a trial.
 *
 * @param run its figures
 * @param times all times, by what was timed
 */
record Measured(Run run, Map<Timed, Histogram> times) {}
