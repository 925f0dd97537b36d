/**
 * Real brokers that tests start, kill, freeze and start again. Begin with
 * {@link io.belfry.testbroker.TestBrokers}.
 */
package io.belfry.testbroker;
