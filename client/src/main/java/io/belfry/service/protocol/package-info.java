/**
 * How the service's operations travel: as JSON over request and reply, both ways. The table is
 * {@link io.belfry.service.protocol.Operations}; {@code docs/protocol.md} tells it to those who
 * write a client in another language.
 */
package io.belfry.service.protocol;
