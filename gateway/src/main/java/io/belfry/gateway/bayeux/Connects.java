package io.belfry.gateway.bayeux;

import io.belfry.gateway.config.Times;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.util.Map;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.server.BayeuxContext;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.websocket.common.AbstractWebSocketTransport;

/** Over which connection a session goes on, and that it asks for nothing absurd. */
final class Connects {

  private final Times times;

  Connects(Times times) {
    this.times = times;
  }

  /** A session that comes over another WebSocket has lost what was on the former one. */
  void heard(Visitor visitor, ServerMessage message) {
    BayeuxContext now = message.getBayeuxContext();
    if (message.getServerTransport() instanceof AbstractWebSocketTransport
        && visitor.outbox().move(now)) {
      visitor.subscriptions().recover(one -> one instanceof BayeuxContext && one != now);
    }
  }

  /**
   * Checks a {@code /meta/connect}.
   *
   * @throws ServiceException with {@code BAD_REQUEST}, if it acknowledges what was never sent: then
   *     all that waits would be thrown away
   */
  void check(Visitor visitor, ServerMessage.Mutable message) {
    Object ack = Fields.object(message, "ext").get("ack");
    if (ack != null && !(ack instanceof Number batch && isSent(visitor, batch))) {
      throw new ServiceException(
          Code.BAD_REQUEST, "ext.ack is the number of the last batch that has come.");
    }
    Map<String, Object> advice = message.getAdvice();
    if (advice != null) {
      bound(advice, Message.TIMEOUT_FIELD, times.heartbeat().toMillis());
      bound(advice, Message.INTERVAL_FIELD, times.session().toMillis());
    }
  }

  private static boolean isSent(Visitor visitor, Number batch) {
    return (batch instanceof Integer || batch instanceof Long)
        && batch.longValue() <= visitor.outbox().lastBatch();
  }

  /** A session that says it will come back in a year would be kept so long. */
  private static void bound(Map<String, Object> advice, String name, long most) {
    if (advice.get(name) instanceof Number wanted) {
      advice.put(name, Math.min(most, wanted.longValue()));
    }
  }
}
