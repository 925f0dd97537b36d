/** The notification service in the process: a durable log, and whoever reads from it. */
package io.belfry.server;
