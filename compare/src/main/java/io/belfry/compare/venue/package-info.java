/** What the laboratory asks of those who bring the transports and what stands in the middle. */
package io.belfry.compare.venue;
