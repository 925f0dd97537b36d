/**
 * Packing: what gathers while a wire message is on its way travels in the next one together, over
 * any transport.
 */
package io.belfry.packing;
