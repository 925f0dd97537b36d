/** What a server counts and times, for whoever watches it. */
package io.belfry.server.metrics;
