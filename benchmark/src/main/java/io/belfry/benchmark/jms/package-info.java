/**
 * The JMS client of Artemis by itself: in the best configuration that was found, and in the usual.
 */
package io.belfry.benchmark.jms;
