/**
 * A transport over plain TCP: one hub listens, spokes connect, and each spoke has one connection
 * that carries everything.
 *
 * <p>Begin at {@link org.example.belfry.tcp.TcpProvider}. What travels is in {@code Frame} and
 * {@code Kind}; what carries it on both sides in {@code Connection} and {@code Outbox}. The hub is
 * {@code Hub}, a {@code Peer} for each spoke, and {@code Exchange}, where they meet. A spoke is
 * {@code TcpTransport}, its {@code Uplink} to the hub, and a {@code Receiver} for each
 * subscription.
 */
package org.example.belfry.tcp;
