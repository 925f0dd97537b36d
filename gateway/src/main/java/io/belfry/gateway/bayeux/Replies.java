package io.belfry.gateway.bayeux;

import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.protocol.TellingCodec;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.ServerMessageImpl;

/** What the gateway itself replies, for CometD. */
final class Replies {

  static final String EXT = "belfry";

  private static final Logger LOG = System.getLogger(Replies.class.getName());

  private Replies() {}

  /** It was not done. */
  static void refuse(ServerMessage message, ServiceException reason) {
    refuse(message, Json.read(TellingCodec.encode(reason)));
  }

  /** It was not done, and the service has said why. */
  static void refuse(ServerMessage message, Map<?, ?> error) {
    ServerMessageImpl reply = reply(message);
    reply.setSuccessful(false);
    reply.getExt(true).put(EXT, error);
    explain(reply);
  }

  /** It was done. */
  static void succeed(ServerMessage message) {
    reply(message).setSuccessful(true);
  }

  /** It was done, with a result. */
  static void succeed(ServerMessage message, Object result) {
    ServerMessageImpl reply = reply(message);
    reply.setSuccessful(true);
    reply.getExt(true).put(EXT, result);
  }

  /** Puts the sentence where clients look for it, and where CometD may have put one of its own. */
  static void explain(ServerMessage.Mutable reply) {
    Map<?, ?> error = Fields.object(Fields.object(reply, "ext"), EXT);
    if (!reply.isSuccessful() && error.containsKey("code")) {
      reply.put(Message.ERROR_FIELD, error.get("code") + "::" + error.get("message"));
    }
  }

  private static ServerMessageImpl reply(ServerMessage message) {
    ServerMessageImpl reply = (ServerMessageImpl) message.getAssociated();
    reply.setHandled(true);
    return reply;
  }

  /** What a failed stage means. */
  static ServiceException reason(Throwable failure) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
    if (cause instanceof ServiceException known) {
      return known;
    }
    LOG.log(Level.ERROR, "A message has met a fault of the gateway", cause);
    return new ServiceException(Code.INTERNAL, "The gateway has failed; its log says why.");
  }
}
