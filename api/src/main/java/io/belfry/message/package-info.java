/**
 * The values that travel: names, filters, headers, payloads and messages.
 *
 * <p>All are immutable, checked when they are made, and safe to share between threads. A name that
 * exists is a name that every transport can carry.
 */
package io.belfry.message;
