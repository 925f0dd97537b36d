/** A client of the notification service, over any transport. */
package io.belfry.client;
