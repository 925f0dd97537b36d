package io.belfry.gateway.bayeux;

import io.belfry.gateway.config.Limits;
import io.belfry.gateway.http.Client;
import io.belfry.gateway.http.Places;
import io.belfry.gateway.live.Feeds;
import io.belfry.message.TopicFilter;
import io.belfry.service.NotificationService;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Token;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.SecurityPolicy;
import org.cometd.bayeux.server.ServerChannel;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.ServerSessionImpl;

/**
 * Who may have a session, and what CometD itself may do: no more than to keep the channels that
 * {@link Reception} has subscribed to.
 */
final class Policy implements SecurityPolicy {

  private static final Selection ONE = Selection.of(new TopicFilter("#")).limitedTo(1);

  private final NotificationService service;
  private final Feeds feeds;
  private final Places places;
  private final Limits limits;

  Policy(NotificationService service, Feeds feeds, Places places, Limits limits) {
    this.service = service;
    this.feeds = feeds;
    this.places = places;
    this.limits = limits;
  }

  @Override
  public void canHandshake(
      BayeuxServer server, ServerSession session, ServerMessage message, Promise<Boolean> promise) {
    var unused = CompletableFuture.completedStage(message)
        .thenCompose(shown -> known(Asker.token(shown)))
        .thenApply(token -> isLetIn((ServerSessionImpl) session, message, token))
        .exceptionally(failure -> {
          Replies.refuse(message, Replies.reason(failure)); // CometD advises not to try again.
          return false;
        })
        .thenAccept(promise::succeed);
  }

  /** Whom the service does not know gets no session. What else it says now may pass. */
  private CompletionStage<Optional<Token>> known(Optional<Token> token) {
    return token.map(service::as).orElse(service).topics(ONE).handle((topics, failure) -> {
      if (failure != null && Replies.reason(failure).code() == Code.UNAUTHENTICATED) {
        throw Replies.reason(failure);
      }
      return token;
    });
  }

  private boolean isLetIn(ServerSessionImpl session, ServerMessage message, Optional<Token> token) {
    Client client = Asker.client(message, token);
    Places.Place place = places.take(client);
    new Visitor(token, client, place, new Subscriptions(session, feeds, token, limits))
        .enter(session);
    Object ordered = Fields.object(Fields.object(message, "ext"), Replies.EXT).get("ordered");
    if (Boolean.TRUE.equals(ordered)) {
      session.setMetaConnectDeliveryOnly(true);
    }
    return true;
  }

  @Override
  public boolean canCreate(
      BayeuxServer server, ServerSession session, String channel, ServerMessage message) {
    return Channel.META_SUBSCRIBE.equals(message.getChannel()) && isSubscribed(session, channel);
  }

  @Override
  public boolean canSubscribe(
      BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
    return isSubscribed(session, channel.getId());
  }

  private static boolean isSubscribed(ServerSession session, String channel) {
    return Visitor.of(session)
        .filter(visitor -> visitor.subscriptions().has(channel))
        .isPresent();
  }

  @Override
  public boolean canPublish(
      BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
    return false;
  }
}
