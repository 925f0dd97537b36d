package io.belfry.gateway.bayeux;

import java.util.List;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.ext.AcknowledgedMessagesExtension;

/** Tells outboxes what clients have acknowledged. */
final class Acknowledgements implements AcknowledgedMessagesExtension.Listener {

  @Override
  public void onBatchSend(ServerSession session, List<ServerMessage> messages, long batch) {
    Visitor.of(session).ifPresent(visitor -> visitor.outbox().sent(batch, messages));
  }

  @Override
  public void onBatchReceive(ServerSession session, long batch) {
    Visitor.of(session).ifPresent(visitor -> visitor.outbox().acknowledged(batch));
  }
}
