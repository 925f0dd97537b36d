/**
 * The reference transport: ZeroMQ through JeroMQ, a hub and its spokes, no broker.
 *
 * <p>The hub binds six addresses and relays; a spoke connects to four of them. What is on the wire
 * is written down byte by byte in {@code docs/wire.md}.
 *
 * <p>Where to look: {@link io.belfry.transport.zeromq.Hub} and
 * {@link io.belfry.transport.zeromq.Spoke} are the two transports; {@code WireSocket} is the only
 * place where a socket is used, {@code SocketFactory} the only one where it is made, {@code Reader}
 * the thread that reads them all, {@code Frames} and {@code Duty} the bytes.
 */
package io.belfry.transport.zeromq;
