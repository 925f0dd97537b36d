/**
 * What 'belfry compare' compares: transports as profiles say, with brokers and hubs beside them.
 */
package io.belfry.launcher.laboratory;
