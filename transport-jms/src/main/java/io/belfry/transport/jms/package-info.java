/** The JMS transport. */
package io.belfry.transport.jms;
