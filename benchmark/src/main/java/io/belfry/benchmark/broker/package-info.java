/** The broker that the contestants meet at, in a process of its own. */
package io.belfry.benchmark.broker;
