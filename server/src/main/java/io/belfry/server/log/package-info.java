/**
 * The log: every event that was accepted, in one order, on disk. One thread appends what has
 * gathered in one transaction; whoever reads sees one moment of the log.
 */
package io.belfry.server.log;
