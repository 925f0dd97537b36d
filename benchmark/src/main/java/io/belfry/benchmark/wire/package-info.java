/** What is measured: the three patterns, as narrow as every library can offer them. */
package io.belfry.benchmark.wire;
