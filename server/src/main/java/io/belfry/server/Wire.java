package io.belfry.server;

import io.belfry.transport.Transport;

/**
 * A transport that a service is offered over.
 *
 * @param transport the transport; whoever opened it closes it, after the server
 * @param isConfined whether only this machine can take part, so that no token is needed
 */
public record Wire(Transport transport, boolean isConfined) {}
