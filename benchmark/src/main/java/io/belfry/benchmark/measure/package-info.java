/** How it is measured: loads, counts, times, and what is made of the figures of several rounds. */
package io.belfry.benchmark.measure;
