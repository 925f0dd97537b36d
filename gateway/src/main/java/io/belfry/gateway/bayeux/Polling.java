package io.belfry.gateway.bayeux;

import java.util.List;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ServerSessionImpl;
import org.cometd.server.http.JSONHttpTransport;
import org.cometd.server.http.TransportContext;

/** Long polling that tells what was written. */
final class Polling extends JSONHttpTransport {

  Polling(BayeuxServerImpl bayeux) {
    super(bayeux);
  }

  @Override
  protected void flush(TransportContext context) {
    Outbox.taking(context, () -> super.flush(context));
  }

  @Override
  protected void write(TransportContext context, List<ServerMessage> messages) {
    new Response(context, messages).iterate();
  }

  @Override
  protected void writeComplete(TransportContext context, List<ServerMessage> messages) {
    Outbox.written(messages);
  }

  /** One that tells of its failure. */
  private final class Response extends Writer {

    private final TransportContext context;

    Response(TransportContext context, List<ServerMessage> messages) {
      super(context, messages);
      this.context = context;
    }

    @Override
    protected void onCompleteFailure(Throwable failure) {
      super.onCompleteFailure(failure);
      ServerSessionImpl session = context.session();
      if (session != null) {
        Visitor.of(session)
            .ifPresent(visitor -> visitor.subscriptions().recover(one -> one == context));
      }
    }
  }
}
