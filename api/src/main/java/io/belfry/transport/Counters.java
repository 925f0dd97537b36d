package io.belfry.transport;

/**
 * What a subscription has seen. Every message that the wire brought is in exactly one of
 * {@code received}, {@code dropped} and {@code filtered}, or still waits for the handler.
 *
 * @param received handed to the handler
 * @param failed of those received, the ones whose handler threw
 * @param dropped discarded at the bound of the queue
 * @param filtered brought by a wire that filters more coarsely than was asked, and put aside
 */
public record Counters(long received, long failed, long dropped, long filtered) {}
