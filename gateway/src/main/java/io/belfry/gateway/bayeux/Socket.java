package io.belfry.gateway.bayeux;

import java.util.List;
import java.util.Optional;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.BayeuxContext;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.ServerSessionImpl;
import org.cometd.server.websocket.jetty.JettyWebSocketEndPoint;
import org.cometd.server.websocket.jetty.JettyWebSocketTransport;
import org.jspecify.annotations.Nullable;

/** A WebSocket that tells what was written, and when it breaks. Public, since Jetty calls it. */
public final class Socket extends JettyWebSocketEndPoint {

  private final BayeuxContext connection;
  private volatile Optional<ServerSessionImpl> session = Optional.empty();

  Socket(JettyWebSocketTransport transport, BayeuxContext connection) {
    super(transport, connection);
    this.connection = connection;
  }

  @Override
  protected void send(@Nullable ServerSession to, String data, Promise<Void> promise) {
    if (to instanceof ServerSessionImpl known) {
      session = Optional.of(known);
    }
    super.send(to, data, promise);
  }

  @Override
  protected void flush(Context context, Promise<Void> promise) {
    Promise<Void> tried = Promise.from(promise::succeed, failure -> {
      lose();
      promise.fail(failure);
    });
    Outbox.taking(connection, () -> super.flush(context, tried));
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
    session.ifPresent(known -> Visitor.of(known).ifPresent(visitor -> {
      if (visitor.outbox().isOn(connection)) {
        known.setScheduler(null); // Or CometD would go on writing to what is broken.
      }
      visitor.subscriptions().recover(one -> one == connection);
    }));
  }
}
