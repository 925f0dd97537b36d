/**
 * Measures what a transport of Belfry costs beside the library underneath it: both do the same
 * work, in turns, in one process.
 */
package io.belfry.benchmark;
