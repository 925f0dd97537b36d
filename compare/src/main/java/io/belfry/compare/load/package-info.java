/** Sends by the clock, receives, and accounts for every message. */
package io.belfry.compare.load;
