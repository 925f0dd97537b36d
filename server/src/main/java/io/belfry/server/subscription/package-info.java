/** Subscriptions that the service remembers, and how far each subscriber has got. */
package io.belfry.server.subscription;
