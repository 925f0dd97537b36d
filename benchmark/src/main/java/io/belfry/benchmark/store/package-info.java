/** Where the stores of the servers come from, one for each figure. */
package io.belfry.benchmark.store;
