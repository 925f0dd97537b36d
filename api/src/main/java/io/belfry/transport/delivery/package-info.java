/**
 * What most transports need to bring messages to handlers: a queue with a thread, a table of
 * filters, a table of outstanding requests. For transport authors; applications never see it.
 */
package io.belfry.transport.delivery;
