/** The processes that take part: servers, actors, and what they stand on. */
package io.belfry.torture.cast;
