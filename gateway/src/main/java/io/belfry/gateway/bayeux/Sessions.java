package io.belfry.gateway.bayeux;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerChannel;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Where sessions begin and end, whether their client says so or is gone. Whatever a session holds
 * is given back here. A session's id is its key, and so is never logged.
 */
final class Sessions implements BayeuxServer.SessionListener, BayeuxServer.SubscriptionListener {

  private static final Logger LOG = System.getLogger(Sessions.class.getName());

  @Override
  public void sessionAdded(ServerSession session, ServerMessage message) {
    LOG.log(Level.DEBUG, () -> "A session begins: " + session.getUserAgent());
  }

  @Override
  public void sessionRemoved(
      ServerSession session, @Nullable ServerMessage message, boolean isTimeout) {
    LOG.log(Level.DEBUG, () -> "A session ends: " + (isTimeout ? "nobody came" : "by its client"));
    Visitor.of(session).ifPresent(Visitor::leave);
  }

  @Override
  public void unsubscribed(
      ServerSession session, ServerChannel channel, @Nullable ServerMessage message) {
    Visitor.of(session).ifPresent(visitor -> visitor.subscriptions().unsubscribe(channel.getId()));
  }
}
