package io.belfry.transport.zeromq;

import org.zeromq.SocketType;

/** The six ports of a hub, in their order, each with the kind of socket that belongs there. */
enum Port {
  EVENTS(SocketType.SUB),
  PUBLICATIONS(SocketType.XPUB),
  CALLS(SocketType.DEALER),
  DUTY(SocketType.DEALER),
  PLAIN_PUSH(SocketType.PUSH),
  PLAIN_PULL(SocketType.PULL);

  private final SocketType visitor;

  Port(SocketType visitor) {
    this.visitor = visitor;
  }

  /** The kind of socket that connects here. */
  SocketType visitor() {
    return visitor;
  }
}
