/**
 * The transport SPI: publish/subscribe, request/reply and a pipeline over any wire.
 *
 * <p>{@link io.belfry.transport.Transport} is what an application uses and a transport author
 * implements; {@link io.belfry.transport.TransportProvider} is how it is found. The rules that hold
 * for every transport are numbered in the transport contract, and the transport TCK tests each.
 */
package io.belfry.transport;
