/**
 * Delivery to those who are not on the wire. Each registration is a cursor over the log that has
 * not moved yet; what is to be sent, to try again, or to give up follows from where it stands.
 *
 * <p>{@code Deliveries} is one thread that has all of it in hand. {@code Shards} are those cursors
 * that this server may move, {@code Boxes} knows which of them have something coming, {@code Lanes}
 * whose turn it is, {@code Composer} what to tell, and {@code Ledger} writes down what came of it.
 */
package io.belfry.server.delivery;
