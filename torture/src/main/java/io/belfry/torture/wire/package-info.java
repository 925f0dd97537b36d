/** A wire that drops, repeats, delays and reorders. */
package io.belfry.torture.wire;
