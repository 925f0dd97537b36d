/**
 * Receiving: every event once and in order, over a wire that may lose, repeat and reorder, from a
 * service that may be away for a while.
 */
package io.belfry.client.listening;
