package io.belfry.gateway.bayeux;

import org.cometd.bayeux.server.BayeuxContext;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.websocket.jetty.JettyWebSocketTransport;

/** WebSockets that tell what was written, and when they break. */
final class Sockets extends JettyWebSocketTransport {

  Sockets(BayeuxServerImpl bayeux) {
    super(bayeux);
  }

  @Override
  protected Object newWebSocketEndPoint(BayeuxContext context) {
    return new Socket(this, context);
  }
}
