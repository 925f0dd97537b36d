package io.belfry.gateway.bayeux;

import java.util.List;
import java.util.Optional;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.BayeuxContext;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.websocket.jetty.JettyWebSocketEndPoint;
import org.cometd.server.websocket.jetty.JettyWebSocketTransport;
import org.jspecify.annotations.Nullable;

/** A WebSocket that tells what was written, and when it breaks. Public, since Jetty calls it. */
public final class Socket extends JettyWebSocketEndPoint {

  private final BayeuxContext connection;
  private volatile Optional<Visitor> visitor = Optional.empty();

  Socket(JettyWebSocketTransport transport, BayeuxContext connection) {
    super(transport, connection);
    this.connection = connection;
  }

  @Override
  protected void send(@Nullable ServerSession session, String data, Promise<Void> promise) {
    if (session != null) {
      visitor = Visitor.of(session);
    }
    super.send(session, data, promise);
  }

  @Override
  protected void flush(Context context, Promise<Void> promise) {
    super.flush(context, Promise.from(promise::succeed, failure -> {
      lose();
      promise.fail(failure);
    }));
  }

  @Override
  protected void writeComplete(Context context, List<ServerMessage> messages) {
    Outbox.written(messages);
  }

  @Override
  public void onClose(int code, String reason) {
    super.onClose(code, reason);
    lose();
  }

  @Override
  public void onError(Throwable failure) {
    super.onError(failure);
    lose();
  }

  private void lose() {
    visitor
        .filter(one -> one.outbox().isOn(connection))
        .ifPresent(one -> one.subscriptions().recover());
  }
}
