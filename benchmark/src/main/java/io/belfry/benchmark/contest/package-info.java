/** Contests: who takes part, the turns they take, and what is shown of what came out. */
package io.belfry.benchmark.contest;
