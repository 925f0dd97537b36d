/**
 * The transport contract as tests. A transport proves itself by a subclass of
 * {@link io.belfry.tck.TransportContract} with one method, which makes a
 * {@link io.belfry.tck.TestBed}.
 */
package io.belfry.tck;
